export { default } from "./++VerdictStrip.svelte.ts";
export * from "./++VerdictStrip.svelte.ts";
