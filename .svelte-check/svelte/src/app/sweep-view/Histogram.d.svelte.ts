export { default } from "./++Histogram.svelte.ts";
export * from "./++Histogram.svelte.ts";
