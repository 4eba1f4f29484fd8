import type { Column } from '../core/column';
import { autocorrelation } from './autocorrelation';
import { finite } from './finite';
import { moments } from './moments';
import { isSample, moves } from './sample';

/** Returns needed beyond the lags. */
export const LO_SHARPE_MINIMUM = 2;

/**
 * Sharpe ratio annualised with Lo's correction for autocorrelation: `s * q / sqrt(q + 2 Σ (q - k) ρ(k))` over the lags `k`
 * of `1 .. min(lags, q - 1)`, with `s` the ratio per bar, `q` the bars a year and `ρ` the autocorrelation of the returns.
 * Without autocorrelation it is `s * sqrt(q)`; returns that follow their trend are worth less, those that revert more.
 *
 * @param returns         `f64[n]`, simple per-bar returns, fractions, idle bars included
 * @param periodsPerYear  `q`, above 0
 * @param lags            lags used, integer >= 0; higher ones are taken as uncorrelated, as their estimates are noise
 * @returns               ratio, annualised; null for fewer than `lags + 2` returns, returns that do not move, a NaN, or
 *                        correlations so negative that the year has no variance left
 * @see Lo, The Statistics of Sharpe Ratios, Financial Analysts Journal, 2002, equations 20 and 21
 */
export function loSharpe(returns: Column, periodsPerYear: number, lags: number): number | null {
  const found = moments(returns);
  if (!isSample(returns, lags + LO_SHARPE_MINIMUM) || !moves(found)) return null;
  let variance = periodsPerYear;
  for (let k = 1; k <= lags && k < periodsPerYear; k++) {
    variance += 2 * (periodsPerYear - k) * autocorrelation(returns, found.mean, k);
  }
  if (!(variance > 0)) return null;
  return finite(((found.mean / found.deviation) * periodsPerYear) / Math.sqrt(variance));
}
