export { default } from "./++StudyLook.svelte.ts";
export * from "./++StudyLook.svelte.ts";
