export { default } from "./++ExactBadge.svelte.ts";
export * from "./++ExactBadge.svelte.ts";
