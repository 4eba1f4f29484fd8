export { default } from "./++ClaimsTable.svelte.ts";
export * from "./++ClaimsTable.svelte.ts";
