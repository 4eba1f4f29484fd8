export { default } from "./++IndicatorPicker.svelte.ts";
export * from "./++IndicatorPicker.svelte.ts";
