export { default } from "./++TrustPanel.svelte.ts";
export * from "./++TrustPanel.svelte.ts";
