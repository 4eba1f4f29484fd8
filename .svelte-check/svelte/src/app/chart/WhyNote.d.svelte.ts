export { default } from "./++WhyNote.svelte.ts";
export * from "./++WhyNote.svelte.ts";
