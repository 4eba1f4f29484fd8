import type { CatalogueEntry } from './catalogue-entry';

export const RISK_ENTRIES: readonly CatalogueEntry[] = [];
