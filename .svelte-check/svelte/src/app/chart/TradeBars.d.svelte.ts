export { default } from "./++TradeBars.svelte.ts";
export * from "./++TradeBars.svelte.ts";
