export { default } from "./++RangeRows.svelte.ts";
export * from "./++RangeRows.svelte.ts";
