export { default } from "./++BottomSheet.svelte.ts";
export * from "./++BottomSheet.svelte.ts";
