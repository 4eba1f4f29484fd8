export { default } from "./++DrawSpread.svelte.ts";
export * from "./++DrawSpread.svelte.ts";
