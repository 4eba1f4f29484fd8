export { default } from "./++StudyNumber.svelte.ts";
export * from "./++StudyNumber.svelte.ts";
