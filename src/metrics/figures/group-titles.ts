import type { MetricGroup } from '../catalogue-entry';

/** Headings of the sections, in report, page and documentation. */
export const GROUP_TITLES: Readonly<Record<MetricGroup, string>> = {
  growth: 'Returns and growth',
  risk: 'Risk',
  ratios: 'Ratios',
  trades: 'Trades',
  benchmark: 'Against a benchmark',
  portfolio: 'Portfolio',
  confidence: 'How sure the figures are',
  tradingview: 'By the conventions of TradingView',
};
