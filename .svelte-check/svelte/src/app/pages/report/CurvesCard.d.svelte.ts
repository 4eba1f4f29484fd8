export { default } from "./++CurvesCard.svelte.ts";
export * from "./++CurvesCard.svelte.ts";
