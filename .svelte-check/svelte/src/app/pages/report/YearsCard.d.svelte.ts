export { default } from "./++YearsCard.svelte.ts";
export * from "./++YearsCard.svelte.ts";
