export { default } from "./++RunChoice.svelte.ts";
export * from "./++RunChoice.svelte.ts";
