export { default } from "./++StudyDialogs.svelte.ts";
export * from "./++StudyDialogs.svelte.ts";
