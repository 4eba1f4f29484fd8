export { default } from "./++DockContent.svelte.ts";
export * from "./++DockContent.svelte.ts";
