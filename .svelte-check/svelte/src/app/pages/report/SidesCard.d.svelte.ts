export { default } from "./++SidesCard.svelte.ts";
export * from "./++SidesCard.svelte.ts";
