export { default } from "./++ChartLegend.svelte.ts";
export * from "./++ChartLegend.svelte.ts";
