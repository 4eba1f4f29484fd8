export { default } from "./++ComparePage.svelte.ts";
export * from "./++ComparePage.svelte.ts";
