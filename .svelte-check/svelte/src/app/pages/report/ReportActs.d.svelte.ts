export { default } from "./++ReportActs.svelte.ts";
export * from "./++ReportActs.svelte.ts";
