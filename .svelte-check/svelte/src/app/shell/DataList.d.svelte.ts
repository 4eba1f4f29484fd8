export { default } from "./++DataList.svelte.ts";
export * from "./++DataList.svelte.ts";
