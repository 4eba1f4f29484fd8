export { default } from "./++LinkHeader.svelte.ts";
export * from "./++LinkHeader.svelte.ts";
