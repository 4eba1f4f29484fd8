import type { Column } from '../core/column';
import { normalCdf, normalQuantile } from '../core/math/normal';
import { quantile } from './quantile';
import type { Interval } from './percentile-interval';

/**
 * BCa interval: percentiles of the resamples, moved for the bias of the statistic (`z0`: where the estimate lies
 * among the resamples, ties by half) and for the change of its spread with its value
 * (`a = Σd³ / (6 (Σd²)^1.5)`, `d` the mean of the jackknife values less each).
 *
 * @param sorted      `f64[n]`, the statistic of each resample, ascending, finite
 * @param estimate    the statistic of the sample itself
 * @param jackknife   the statistic without each row (or group of rows) in turn, finite
 * @param confidence  in (0, 1), as 0.95
 * @returns           in the unit of the statistic; null when the estimate lies beyond all resamples, where the bias
 *                    has no bound
 * @see Efron, Better Bootstrap Confidence Intervals, Journal of the American Statistical Association, 1987
 */
export function bcaInterval(
  sorted: Column,
  estimate: number,
  jackknife: Column,
  confidence: number,
): Interval | null {
  const bias = normalQuantile(rankOf(sorted, estimate));
  if (!Number.isFinite(bias)) return null;
  const acceleration = accelerationOf(jackknife);
  const point = (share: number): number => {
    const z = bias + normalQuantile(share);
    return quantile(sorted, normalCdf(bias + z / (1 - acceleration * z)));
  };
  const tail = (1 - confidence) / 2;
  return { low: point(tail), high: point(1 - tail) };
}

/** Share of the resamples below the estimate, those equal to it by half. */
function rankOf(sorted: Column, estimate: number): number {
  let below = 0;
  let equal = 0;
  for (const value of sorted) {
    if (value < estimate) below += 1;
    else if (value === estimate) equal += 1;
  }
  return (below + equal / 2) / sorted.length;
}

/** 0 for a statistic that no row changes. */
function accelerationOf(jackknife: Column): number {
  const mean = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  let squares = 0;
  let cubes = 0;
  for (const value of jackknife) {
    const d = mean - value;
    squares += d * d;
    cubes += d * d * d;
  }
  return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
}
