import type { Column } from '../core/column';
import type { Trade } from '../core/order';
import { moments } from './moments';
import { quantile } from './quantile';

/** Fewest trades for a distribution. */
export const DISTRIBUTION_MINIMUM = 10;

/** How the returns of trades spread, fractions of their entry values. */
export interface TradeDistribution {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation. */
  readonly deviation: number;
  /** Third standardised moment of the sample, no unit. */
  readonly skew: number;
  /** Fourth standardised moment of the sample, 3 for a normal distribution. */
  readonly kurtosis: number;
  readonly worst: number;
  readonly quantile05: number;
  readonly quantile25: number;
  readonly median: number;
  readonly quantile75: number;
  readonly quantile95: number;
  readonly best: number;
  /** Trades per class, of equal width from `worst` to `best`; a class holds its lower edge, the last one both. */
  readonly histogram: readonly number[];
}

/**
 * Distribution of the returns by trade, after costs. The histogram has `⌈√count⌉` classes, one when all returns
 * are equal.
 *
 * @param closed  trades with an exit
 * @returns       null below 10 trades or with a return that is not finite
 */
export function tradeDistribution(closed: readonly Trade[]): TradeDistribution | null {
  const sorted: Column = Float64Array.from(closed, (trade) => trade.return).sort();
  if (sorted.length < DISTRIBUTION_MINIMUM || !sorted.every(Number.isFinite)) return null;
  const { count, mean, deviation, skew, kurtosis } = moments(sorted);
  return {
    count,
    mean,
    deviation,
    skew,
    kurtosis,
    worst: quantile(sorted, 0),
    quantile05: quantile(sorted, 0.05),
    quantile25: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    quantile75: quantile(sorted, 0.75),
    quantile95: quantile(sorted, 0.95),
    best: quantile(sorted, 1),
    histogram: histogram(sorted),
  };
}

function histogram(sorted: Column): readonly number[] {
  const least = sorted[0]!;
  const span = sorted[sorted.length - 1]! - least;
  if (span === 0) return [sorted.length];
  const classes = Math.ceil(Math.sqrt(sorted.length));
  const counts = Array.from({ length: classes }, () => 0);
  for (const value of sorted) {
    const at = Math.min(classes - 1, Math.floor(((value - least) / span) * classes));
    counts[at]! += 1;
  }
  return counts;
}
