export { default } from "./++TimeLines.svelte.ts";
export * from "./++TimeLines.svelte.ts";
