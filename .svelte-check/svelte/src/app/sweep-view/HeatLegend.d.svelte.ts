export { default } from "./++HeatLegend.svelte.ts";
export * from "./++HeatLegend.svelte.ts";
