export { default } from "./++LeftPanel.svelte.ts";
export * from "./++LeftPanel.svelte.ts";
