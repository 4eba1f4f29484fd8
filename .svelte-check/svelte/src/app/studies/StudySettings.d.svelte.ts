export { default } from "./++StudySettings.svelte.ts";
export * from "./++StudySettings.svelte.ts";
