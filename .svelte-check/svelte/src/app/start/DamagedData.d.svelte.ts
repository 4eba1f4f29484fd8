export { default } from "./++DamagedData.svelte.ts";
export * from "./++DamagedData.svelte.ts";
