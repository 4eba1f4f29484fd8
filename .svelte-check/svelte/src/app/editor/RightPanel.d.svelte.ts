export { default } from "./++RightPanel.svelte.ts";
export * from "./++RightPanel.svelte.ts";
