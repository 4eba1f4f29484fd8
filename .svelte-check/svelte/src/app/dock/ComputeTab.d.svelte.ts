export { default } from "./++ComputeTab.svelte.ts";
export * from "./++ComputeTab.svelte.ts";
