export { default } from "./++Provenance.svelte.ts";
export * from "./++Provenance.svelte.ts";
