export { default } from "./++EvidenceList.svelte.ts";
export * from "./++EvidenceList.svelte.ts";
