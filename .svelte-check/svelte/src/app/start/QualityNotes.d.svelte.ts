export { default } from "./++QualityNotes.svelte.ts";
export * from "./++QualityNotes.svelte.ts";
