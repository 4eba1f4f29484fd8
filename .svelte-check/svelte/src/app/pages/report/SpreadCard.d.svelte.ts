export { default } from "./++SpreadCard.svelte.ts";
export * from "./++SpreadCard.svelte.ts";
