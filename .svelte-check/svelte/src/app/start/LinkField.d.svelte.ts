export { default } from "./++LinkField.svelte.ts";
export * from "./++LinkField.svelte.ts";
