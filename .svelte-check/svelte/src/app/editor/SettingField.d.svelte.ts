export { default } from "./++SettingField.svelte.ts";
export * from "./++SettingField.svelte.ts";
