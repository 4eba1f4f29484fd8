export { default } from "./++AllFigures.svelte.ts";
export * from "./++AllFigures.svelte.ts";
