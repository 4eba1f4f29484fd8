export { default } from "./++Sensitivity.svelte.ts";
export * from "./++Sensitivity.svelte.ts";
