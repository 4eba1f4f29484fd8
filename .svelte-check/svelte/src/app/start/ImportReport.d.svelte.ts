export { default } from "./++ImportReport.svelte.ts";
export * from "./++ImportReport.svelte.ts";
