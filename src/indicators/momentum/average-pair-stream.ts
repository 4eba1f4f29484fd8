import type { Convention } from '../convention';
import { maTypeOf } from '../ma-type';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';

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
