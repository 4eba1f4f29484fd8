export { default } from "./++ChartRegion.svelte.ts";
export * from "./++ChartRegion.svelte.ts";
