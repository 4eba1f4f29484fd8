export { default } from "./++CrisesCard.svelte.ts";
export * from "./++CrisesCard.svelte.ts";
