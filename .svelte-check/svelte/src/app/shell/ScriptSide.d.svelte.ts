export { default } from "./++ScriptSide.svelte.ts";
export * from "./++ScriptSide.svelte.ts";
