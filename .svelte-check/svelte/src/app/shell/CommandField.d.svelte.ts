export { default } from "./++CommandField.svelte.ts";
export * from "./++CommandField.svelte.ts";
