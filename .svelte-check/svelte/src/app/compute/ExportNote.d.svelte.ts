export { default } from "./++ExportNote.svelte.ts";
export * from "./++ExportNote.svelte.ts";
