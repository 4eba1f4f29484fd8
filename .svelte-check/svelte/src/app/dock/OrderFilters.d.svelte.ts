export { default } from "./++OrderFilters.svelte.ts";
export * from "./++OrderFilters.svelte.ts";
