import type { Convention } from '../convention';
import { average, widerSum } from '../graph/blocks';
import { filterDistance, type FilterSettings, weighted, windowSum } from '../graph/kernels';
import type { Series } from '../graph/series';
import { maTypeOf, type MaType } from '../ma-type';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { emaWeight } from '../primitives/seeded-average';

/** Rows before the first value of both averages. */
export const averagePairLookback = (
  [fast = NaN, slow = NaN, type = NaN]: readonly number[],
  convention: Convention,
): number => movingAverageLookback(maTypeOf(type), Math.max(fast, slow), convention);

/**
 * A fast and a slow moving average of one series; with the periods the wrong way round they change places,
 * but not under TradingView's convention.
 */
export abstract class AveragePairStream extends FullRowStream {
  private readonly fast: Smoother;
  private readonly slow: Smoother;

  /** @param type  of both averages, as of an `ma_type` parameter */
  constructor(fastPeriod: number, slowPeriod: number, type: number, convention: Convention) {
    super();
    const isSwapped = convention === 'talib' && slowPeriod < fastPeriod;
    this.fast = movingAverage(maTypeOf(type), isSwapped ? slowPeriod : fastPeriod, convention);
    this.slow = movingAverage(maTypeOf(type), isSwapped ? fastPeriod : slowPeriod, convention);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const slow = this.slow.push(row[0]!);
    out[0] = this.value(this.fast.push(row[0]!) - slow, slow);
  }

  /** The output: `distance` is the fast average less the slow one. */
  protected abstract value(distance: number, slow: number): number;
}

/** Longest window that the kernel adds up anew for each row, which is fast. */
const DIRECT = 10;

/** A fast average less a slow one, and the slow one, as series; undefined for a type without a graph. */
export function averagePair(
  type: MaType,
  x: Series,
  fast: number,
  slow: number,
): { distance: Series; slow: Series } | undefined {
  if (type === 'ema') {
    const settings = (length: number): FilterSettings => weighted(length, emaWeight(length));
    const { difference, other } = filterDistance(x, settings(fast), settings(slow));
    return { distance: difference, slow: other };
  }
  if (type === 'sma') {
    const part = fast > DIRECT && fast <= 2 * DIRECT && fast % 2 === 0 ? fast / 2 : fast;
    const sum = widerSum(x, windowSum(x, part), part, fast);
    const mean = widerSum(x, sum, fast, slow).times(1 / slow);
    return { distance: sum.times(1 / fast).minus(mean), slow: mean };
  }
  const [quick, steady] = [average(type, x, fast), average(type, x, slow)];
  return quick && steady && { distance: quick.minus(steady), slow: steady };
}
