import type { CatalogueEntry } from './catalogue-entry';

export const GROWTH_ENTRIES: readonly CatalogueEntry[] = [];
