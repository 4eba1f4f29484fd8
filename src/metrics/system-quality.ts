import { finite } from './finite';
import { moments } from './moments';

/** Fewest trades for a system quality number, as its author asks. */
export const SYSTEM_QUALITY_MINIMUM = 30;

/**
 * System quality number: `√count × mean / sample deviation` of the results of trades. It grows with the number of
 * trades without bound; its author caps the count at 100 when systems of unlike frequency are compared.
 *
 * @param results  results of the trades: R multiples (Tharp) or profits in account currency (backtesting.py)
 * @param most     count above which more trades add nothing; no cap when omitted
 * @returns        no unit; null below 30 trades or when all results are equal
 * @see Tharp, Definitive Guide to Position Sizing, 2008
 */
export function systemQuality(results: readonly number[], most: number = Infinity): number | null {
  if (results.length < SYSTEM_QUALITY_MINIMUM) return null;
  const { count, mean, deviation } = moments(Float64Array.from(results));
  return deviation > 0 ? finite((Math.sqrt(Math.min(count, most)) * mean) / deviation) : null;
}
