export { default } from "./++CodeListing.svelte.ts";
export * from "./++CodeListing.svelte.ts";
