export { default } from "./++FallsCard.svelte.ts";
export * from "./++FallsCard.svelte.ts";
