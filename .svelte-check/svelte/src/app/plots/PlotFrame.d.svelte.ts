export { default } from "./++PlotFrame.svelte.ts";
export * from "./++PlotFrame.svelte.ts";
