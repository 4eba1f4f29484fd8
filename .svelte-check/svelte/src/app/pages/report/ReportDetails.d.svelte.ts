export { default } from "./++ReportDetails.svelte.ts";
export * from "./++ReportDetails.svelte.ts";
