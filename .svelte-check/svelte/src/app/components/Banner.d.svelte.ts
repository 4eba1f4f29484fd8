export { default } from "./++Banner.svelte.ts";
export * from "./++Banner.svelte.ts";
