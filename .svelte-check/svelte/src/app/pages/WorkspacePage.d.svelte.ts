export { default } from "./++WorkspacePage.svelte.ts";
export * from "./++WorkspacePage.svelte.ts";
