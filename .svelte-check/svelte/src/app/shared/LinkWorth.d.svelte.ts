export { default } from "./++LinkWorth.svelte.ts";
export * from "./++LinkWorth.svelte.ts";
