export { default } from "./++SafeText.svelte.ts";
export * from "./++SafeText.svelte.ts";
