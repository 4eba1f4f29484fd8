export { default } from "./++ScriptPanel.svelte.ts";
export * from "./++ScriptPanel.svelte.ts";
