export { default } from "./++DrawdownsCard.svelte.ts";
export * from "./++DrawdownsCard.svelte.ts";
