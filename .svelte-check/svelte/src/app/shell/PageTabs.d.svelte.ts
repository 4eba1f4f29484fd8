export { default } from "./++PageTabs.svelte.ts";
export * from "./++PageTabs.svelte.ts";
