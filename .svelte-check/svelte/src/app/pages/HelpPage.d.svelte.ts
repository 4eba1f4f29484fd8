export { default } from "./++HelpPage.svelte.ts";
export * from "./++HelpPage.svelte.ts";
