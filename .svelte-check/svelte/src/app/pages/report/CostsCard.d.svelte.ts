export { default } from "./++CostsCard.svelte.ts";
export * from "./++CostsCard.svelte.ts";
