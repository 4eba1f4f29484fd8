export { default } from "./++ScatterPlot.svelte.ts";
export * from "./++ScatterPlot.svelte.ts";
