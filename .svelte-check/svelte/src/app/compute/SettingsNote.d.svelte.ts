export { default } from "./++SettingsNote.svelte.ts";
export * from "./++SettingsNote.svelte.ts";
