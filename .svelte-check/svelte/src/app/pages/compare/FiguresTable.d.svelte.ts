export { default } from "./++FiguresTable.svelte.ts";
export * from "./++FiguresTable.svelte.ts";
