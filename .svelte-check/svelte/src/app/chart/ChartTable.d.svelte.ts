export { default } from "./++ChartTable.svelte.ts";
export * from "./++ChartTable.svelte.ts";
