export { default } from "./++DatasetChoice.svelte.ts";
export * from "./++DatasetChoice.svelte.ts";
