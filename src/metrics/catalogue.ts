import { BENCHMARK_ENTRIES } from './catalogue-benchmark';
import type { CatalogueEntry } from './catalogue-entry';
import { GROWTH_ENTRIES } from './catalogue-growth';
import { CONFIDENCE_ENTRIES, PORTFOLIO_ENTRIES } from './catalogue-portfolio';
import { RATIO_ENTRIES } from './catalogue-ratios';
import { RISK_ENTRIES } from './catalogue-risk';
import { TRADE_ENTRIES } from './catalogue-trades';
import { TRADINGVIEW_ENTRIES } from './catalogue-tradingview';

export { METRICS } from '../core/metric-info';

/** Every statistic that is not a headline figure (`METRICS`), by group. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...GROWTH_ENTRIES,
  ...RISK_ENTRIES,
  ...RATIO_ENTRIES,
  ...TRADE_ENTRIES,
  ...BENCHMARK_ENTRIES,
  ...PORTFOLIO_ENTRIES,
  ...CONFIDENCE_ENTRIES,
  ...TRADINGVIEW_ENTRIES,
];
