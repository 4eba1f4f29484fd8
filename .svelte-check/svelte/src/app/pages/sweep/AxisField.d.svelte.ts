export { default } from "./++AxisField.svelte.ts";
export * from "./++AxisField.svelte.ts";
