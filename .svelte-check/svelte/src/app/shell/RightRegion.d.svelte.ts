export { default } from "./++RightRegion.svelte.ts";
export * from "./++RightRegion.svelte.ts";
