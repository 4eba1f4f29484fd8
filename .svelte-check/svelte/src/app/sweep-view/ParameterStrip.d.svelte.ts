export { default } from "./++ParameterStrip.svelte.ts";
export * from "./++ParameterStrip.svelte.ts";
