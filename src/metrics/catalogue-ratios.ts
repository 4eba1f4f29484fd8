import type { CatalogueEntry } from './catalogue-entry';

export const RATIO_ENTRIES: readonly CatalogueEntry[] = [];
