export { default } from "./++JobTray.svelte.ts";
export * from "./++JobTray.svelte.ts";
