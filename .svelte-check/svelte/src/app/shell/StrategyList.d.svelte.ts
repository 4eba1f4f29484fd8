export { default } from "./++StrategyList.svelte.ts";
export * from "./++StrategyList.svelte.ts";
