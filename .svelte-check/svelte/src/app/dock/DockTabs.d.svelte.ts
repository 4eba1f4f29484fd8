export { default } from "./++DockTabs.svelte.ts";
export * from "./++DockTabs.svelte.ts";
