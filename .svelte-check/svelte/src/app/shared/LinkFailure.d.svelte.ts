export { default } from "./++LinkFailure.svelte.ts";
export * from "./++LinkFailure.svelte.ts";
