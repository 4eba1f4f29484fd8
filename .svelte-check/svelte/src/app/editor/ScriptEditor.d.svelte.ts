export { default } from "./++ScriptEditor.svelte.ts";
export * from "./++ScriptEditor.svelte.ts";
