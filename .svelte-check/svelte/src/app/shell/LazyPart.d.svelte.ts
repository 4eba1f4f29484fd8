export { default } from "./++LazyPart.svelte.ts";
export * from "./++LazyPart.svelte.ts";
