export { default } from "./++SharedCard.svelte.ts";
export * from "./++SharedCard.svelte.ts";
