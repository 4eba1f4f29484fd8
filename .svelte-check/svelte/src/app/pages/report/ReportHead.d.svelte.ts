export { default } from "./++ReportHead.svelte.ts";
export * from "./++ReportHead.svelte.ts";
