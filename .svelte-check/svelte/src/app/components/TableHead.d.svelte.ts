export { default } from "./++TableHead.svelte.ts";
export * from "./++TableHead.svelte.ts";
