export { default } from "./++Sentence.svelte.ts";
export * from "./++Sentence.svelte.ts";
