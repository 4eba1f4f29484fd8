export { default } from "./++IndicatorChoice.svelte.ts";
export * from "./++IndicatorChoice.svelte.ts";
