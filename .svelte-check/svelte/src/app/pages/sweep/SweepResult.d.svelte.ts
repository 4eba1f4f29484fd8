export { default } from "./++SweepResult.svelte.ts";
export * from "./++SweepResult.svelte.ts";
