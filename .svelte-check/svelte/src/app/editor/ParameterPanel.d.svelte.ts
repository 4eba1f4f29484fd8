export { default } from "./++ParameterPanel.svelte.ts";
export * from "./++ParameterPanel.svelte.ts";
