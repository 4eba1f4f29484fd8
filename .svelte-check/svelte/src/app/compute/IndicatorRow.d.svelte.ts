export { default } from "./++IndicatorRow.svelte.ts";
export * from "./++IndicatorRow.svelte.ts";
