export { default } from "./++StatusBar.svelte.ts";
export * from "./++StatusBar.svelte.ts";
