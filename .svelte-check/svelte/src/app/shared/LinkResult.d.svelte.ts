export { default } from "./++LinkResult.svelte.ts";
export * from "./++LinkResult.svelte.ts";
