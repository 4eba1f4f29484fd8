export { default } from "./++ProgressRow.svelte.ts";
export * from "./++ProgressRow.svelte.ts";
