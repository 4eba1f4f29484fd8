export { default } from "./++ParameterSlider.svelte.ts";
export * from "./++ParameterSlider.svelte.ts";
