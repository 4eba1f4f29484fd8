export { default } from "./++LogTab.svelte.ts";
export * from "./++LogTab.svelte.ts";
