export { default } from "./++ReportTab.svelte.ts";
export * from "./++ReportTab.svelte.ts";
