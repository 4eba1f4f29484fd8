export { default } from "./++ValueColumns.svelte.ts";
export * from "./++ValueColumns.svelte.ts";
