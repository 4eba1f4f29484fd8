export { default } from "./++PlainTable.svelte.ts";
export * from "./++PlainTable.svelte.ts";
