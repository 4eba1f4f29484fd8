export { default } from "./++BestCells.svelte.ts";
export * from "./++BestCells.svelte.ts";
