export { default } from "./++LeftRegion.svelte.ts";
export * from "./++LeftRegion.svelte.ts";
