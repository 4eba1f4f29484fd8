export { default } from "./++ScatterCard.svelte.ts";
export * from "./++ScatterCard.svelte.ts";
