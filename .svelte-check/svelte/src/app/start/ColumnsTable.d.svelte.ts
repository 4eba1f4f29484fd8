export { default } from "./++ColumnsTable.svelte.ts";
export * from "./++ColumnsTable.svelte.ts";
