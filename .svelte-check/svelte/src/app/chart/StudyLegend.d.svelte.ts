export { default } from "./++StudyLegend.svelte.ts";
export * from "./++StudyLegend.svelte.ts";
