export { default } from "./++ChartOverview.svelte.ts";
export * from "./++ChartOverview.svelte.ts";
