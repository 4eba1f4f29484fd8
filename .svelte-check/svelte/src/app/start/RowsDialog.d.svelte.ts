export { default } from "./++RowsDialog.svelte.ts";
export * from "./++RowsDialog.svelte.ts";
