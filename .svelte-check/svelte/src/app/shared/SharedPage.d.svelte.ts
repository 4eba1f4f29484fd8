export { default } from "./++SharedPage.svelte.ts";
export * from "./++SharedPage.svelte.ts";
