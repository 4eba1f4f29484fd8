export { default } from "./++StartPage.svelte.ts";
export * from "./++StartPage.svelte.ts";
