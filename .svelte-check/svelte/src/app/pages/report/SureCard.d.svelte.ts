export { default } from "./++SureCard.svelte.ts";
export * from "./++SureCard.svelte.ts";
