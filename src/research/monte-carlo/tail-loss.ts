import type { Column } from '../../core/column';
import { moments } from '../../metrics/moments';
import { quantile } from '../../metrics/quantile';
import type { TailLoss } from './outcome';

const Z95 = 1.959963984540054;
/** Paths beyond the quantile that a figure of the tail needs. */
const LEAST_IN_TAIL = 10;

/**
 * Value at risk and expected shortfall of the account at the end, with 95 % ranges.
 *
 * Value at risk is `1 - quantile(growth, tail)`; its range are the order statistics whose ranks hold the quantile with
 * 95 % (normal approximation of the binomial distribution), whatever the distribution. Expected shortfall is
 * `VaR + mean(max(loss - VaR, 0)) / tail`; its standard error is `deviation(max(loss - VaR, 0)) / (tail √n)`.
 *
 * @param sorted       `f64[n]`, growth factors at the end, ascending
 * @param tail         share of the paths, in (0, 0.5]
 * @param independent  paths that count for the errors, n or fewer
 * @returns            nulls where fewer than 10 independent paths are expected beyond the quantile
 * @see Rockafellar and Uryasev, Conditional Value-at-Risk for General Loss Distributions, 2002
 * @see Manistre and Hancock, Variance of the CTE Estimator, 2005 (whose second term is the variance given VaR)
 * @see David and Nagaraja, Order Statistics, 3rd edition, 2003, section 7.1 (range of a quantile)
 */
export function tailLoss(sorted: Column, tail: number, independent: number): TailLoss {
  const needed = Math.ceil(LEAST_IN_TAIL / tail - 1e-9);
  if (independent < needed) return { tail, valueAtRisk: null, expectedShortfall: null, needed };
  const last = sorted.length - 1;
  const atRisk = 1 - quantile(sorted, tail);
  const half = Z95 * Math.sqrt((tail * (1 - tail)) / independent);
  const lossAt = (share: number): number =>
    1 - sorted[Math.min(last, Math.max(0, Math.round(share * last)))]!;
  const beyond = sorted.map((growth) => Math.max(1 - growth - atRisk, 0));
  const { mean, deviation } = moments(beyond);
  const shortfall = atRisk + mean / tail;
  const error = (Z95 * deviation) / (tail * Math.sqrt(independent));
  return {
    tail,
    valueAtRisk: { value: atRisk, low: lossAt(tail + half), high: lossAt(tail - half) },
    expectedShortfall: { value: shortfall, low: shortfall - error, high: shortfall + error },
    needed,
  };
}
