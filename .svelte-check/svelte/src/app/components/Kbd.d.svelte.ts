export { default } from "./++Kbd.svelte.ts";
export * from "./++Kbd.svelte.ts";
