export { default } from "./++AssumptionsPanel.svelte.ts";
export * from "./++AssumptionsPanel.svelte.ts";
