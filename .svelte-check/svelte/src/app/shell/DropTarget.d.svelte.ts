export { default } from "./++DropTarget.svelte.ts";
export * from "./++DropTarget.svelte.ts";
