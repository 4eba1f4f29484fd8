export { default } from "./++Splitter.svelte.ts";
export * from "./++Splitter.svelte.ts";
