export { default } from "./++LeftRail.svelte.ts";
export * from "./++LeftRail.svelte.ts";
