export { default } from "./++CellFacts.svelte.ts";
export * from "./++CellFacts.svelte.ts";
