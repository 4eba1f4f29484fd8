export { default } from "./++SweepControls.svelte.ts";
export * from "./++SweepControls.svelte.ts";
