export { default } from "./++MonthsCard.svelte.ts";
export * from "./++MonthsCard.svelte.ts";
