export { default } from "./++StartCard.svelte.ts";
export * from "./++StartCard.svelte.ts";
