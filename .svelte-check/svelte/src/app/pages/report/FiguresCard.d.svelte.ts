export { default } from "./++FiguresCard.svelte.ts";
export * from "./++FiguresCard.svelte.ts";
