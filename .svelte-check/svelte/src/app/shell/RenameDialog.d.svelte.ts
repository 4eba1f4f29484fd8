export { default } from "./++RenameDialog.svelte.ts";
export * from "./++RenameDialog.svelte.ts";
