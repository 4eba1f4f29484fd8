export { default } from "./++RejectedDialog.svelte.ts";
export * from "./++RejectedDialog.svelte.ts";
