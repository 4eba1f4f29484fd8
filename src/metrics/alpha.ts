import type { Column } from '../core/column';
import { pow } from '../core/math/pow';
import { finite } from './finite';
import { comoments, varies } from './comoments';

/** How alpha per bar becomes alpha a year. */
export type Annualisation = 'compound' | 'simple';

/**
 * Jensen's alpha: what was earned beyond the risk-free rate and beta times the benchmark's excess,
 * `a = mean(r - f) - beta × mean(b - f)` per bar. A year of it is `(1 + a)^periods - 1` compounded or `a × periods`.
 *
 * @param returns         `f64[n]`, simple returns per bar, fractions
 * @param benchmark       `f64[n]`, those of the benchmark over the same bars
 * @param periodsPerYear  bars a year, above 0; 1 gives alpha per bar
 * @param riskFree        rate per bar, fraction
 * @param annualisation   `compound` as in empyrical, `simple` as in quantstats
 * @returns               fraction a year; null below 30 pairs, with a value that is not finite, or when the benchmark
 *                        never moved; -1 for a compounded alpha per bar of -1 or less
 *
 * @throws BacktabError `length_mismatch`
 * @see Jensen, The Performance of Mutual Funds in the Period 1945-1964, Journal of Finance, 1968
 */
export function alpha(
  returns: Column,
  benchmark: Column,
  periodsPerYear: number,
  riskFree = 0,
  annualisation: Annualisation = 'compound',
): number | null {
  const joint = comoments(returns, benchmark);
  if (!joint || !varies(joint.benchmarkVariance)) return null;
  const slope = joint.covariance / joint.benchmarkVariance;
  const perBar = joint.mean - riskFree - slope * (joint.benchmarkMean - riskFree);
  if (annualisation === 'simple') return finite(perBar * periodsPerYear);
  return perBar > -1 ? finite(pow(1 + perBar, periodsPerYear) - 1) : -1;
}
