export { default } from "./++ImportOverview.svelte.ts";
export * from "./++ImportOverview.svelte.ts";
