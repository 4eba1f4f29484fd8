export { default } from "./++WorkspaceChart.svelte.ts";
export * from "./++WorkspaceChart.svelte.ts";
