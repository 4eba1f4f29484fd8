export { default } from "./++LegendItem.svelte.ts";
export * from "./++LegendItem.svelte.ts";
