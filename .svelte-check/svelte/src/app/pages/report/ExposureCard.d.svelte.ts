export { default } from "./++ExposureCard.svelte.ts";
export * from "./++ExposureCard.svelte.ts";
