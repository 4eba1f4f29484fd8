export { default } from "./++SweepPage.svelte.ts";
export * from "./++SweepPage.svelte.ts";
