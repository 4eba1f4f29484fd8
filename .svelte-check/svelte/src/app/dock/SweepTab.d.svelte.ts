export { default } from "./++SweepTab.svelte.ts";
export * from "./++SweepTab.svelte.ts";
