export { default } from "./++LiveControl.svelte.ts";
export * from "./++LiveControl.svelte.ts";
