export { default } from "./++BackendChoice.svelte.ts";
export * from "./++BackendChoice.svelte.ts";
