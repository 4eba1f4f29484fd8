import type { CatalogueEntry } from './catalogue-entry';
import { GROWTH_ENTRIES } from './catalogue-growth';
import { RATIO_ENTRIES } from './catalogue-ratios';
import { RISK_ENTRIES } from './catalogue-risk';

export { METRICS } from '../core/metric-info';

/** Every statistic that is not a headline figure (`METRICS`), by group. */
export const CATALOGUE: readonly CatalogueEntry[] = [...GROWTH_ENTRIES, ...RISK_ENTRIES, ...RATIO_ENTRIES];
