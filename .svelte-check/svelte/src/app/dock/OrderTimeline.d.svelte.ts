export { default } from "./++OrderTimeline.svelte.ts";
export * from "./++OrderTimeline.svelte.ts";
