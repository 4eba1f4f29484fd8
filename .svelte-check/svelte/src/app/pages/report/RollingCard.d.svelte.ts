export { default } from "./++RollingCard.svelte.ts";
export * from "./++RollingCard.svelte.ts";
