export { default } from "./++PaneLegend.svelte.ts";
export * from "./++PaneLegend.svelte.ts";
