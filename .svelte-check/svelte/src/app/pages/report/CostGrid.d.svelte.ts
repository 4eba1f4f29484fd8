export { default } from "./++CostGrid.svelte.ts";
export * from "./++CostGrid.svelte.ts";
