export { default } from "./++OrdersTab.svelte.ts";
export * from "./++OrdersTab.svelte.ts";
