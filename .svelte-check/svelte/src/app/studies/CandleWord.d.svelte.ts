export { default } from "./++CandleWord.svelte.ts";
export * from "./++CandleWord.svelte.ts";
