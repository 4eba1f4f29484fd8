export { default } from "./++TradesTab.svelte.ts";
export * from "./++TradesTab.svelte.ts";
