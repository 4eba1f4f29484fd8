export { default } from "./++ComputeResults.svelte.ts";
export * from "./++ComputeResults.svelte.ts";
