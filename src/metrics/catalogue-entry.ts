/** Sections of the catalogue, in the order in which they are listed. */
export const METRIC_GROUPS = [
  'growth',
  'risk',
  'ratios',
  'trades',
  'benchmark',
  'portfolio',
  'confidence',
  'tradingview',
] as const;

export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** What one statistic is, in words for `docs/metrics.md`. */
export interface CatalogueEntry {
  /** Name of the function, which stands in the file of the same name in kebab-case. */
  readonly key: string;
  readonly group: MetricGroup;
  readonly title: string;
  /** As `fraction`, `fraction a year`, `ratio`, `bars`, `days`, `count`, `money`, `table`. */
  readonly unit: string;
  readonly formula: string;
  /** Paper, book or tool whose convention it follows; null for plain arithmetic. */
  readonly reference: string | null;
  /** Least sample that gives a number, as `2 returns`; below it the result is null. */
  readonly minimum: string;
}
