export { default } from "./++StudyCard.svelte.ts";
export * from "./++StudyCard.svelte.ts";
