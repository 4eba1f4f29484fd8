export { default } from "./++ReportPage.svelte.ts";
export * from "./++ReportPage.svelte.ts";
