export { default } from "./++OutputPreview.svelte.ts";
export * from "./++OutputPreview.svelte.ts";
