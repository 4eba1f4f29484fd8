export { default } from "./++ComputeControls.svelte.ts";
export * from "./++ComputeControls.svelte.ts";
