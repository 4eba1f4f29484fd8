export { default } from "./++VerdictCard.svelte.ts";
export * from "./++VerdictCard.svelte.ts";
