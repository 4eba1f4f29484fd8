export { default } from "./++AttributionCard.svelte.ts";
export * from "./++AttributionCard.svelte.ts";
