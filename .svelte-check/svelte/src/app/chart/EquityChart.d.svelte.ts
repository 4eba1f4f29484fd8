export { default } from "./++EquityChart.svelte.ts";
export * from "./++EquityChart.svelte.ts";
