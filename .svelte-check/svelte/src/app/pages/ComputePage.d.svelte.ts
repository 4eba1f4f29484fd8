export { default } from "./++ComputePage.svelte.ts";
export * from "./++ComputePage.svelte.ts";
