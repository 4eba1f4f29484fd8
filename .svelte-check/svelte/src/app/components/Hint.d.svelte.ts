export { default } from "./++Hint.svelte.ts";
export * from "./++Hint.svelte.ts";
