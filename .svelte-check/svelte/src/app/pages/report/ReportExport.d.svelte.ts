export { default } from "./++ReportExport.svelte.ts";
export * from "./++ReportExport.svelte.ts";
