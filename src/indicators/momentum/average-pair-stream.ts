import { maTypeOf } from '../ma-type';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverage, type Smoother } from '../primitives/moving-average';

/** A fast and a slow moving average of one series; with the periods the wrong way round they change places. */
export abstract class AveragePairStream extends FullRowStream {
  private readonly fast: Smoother;
  private readonly slow: Smoother;

  /** @param type  of both averages, as of an `ma_type` parameter */
  constructor(fastPeriod: number, slowPeriod: number, type: number) {
    super();
    this.fast = movingAverage(maTypeOf(type), Math.min(fastPeriod, slowPeriod));
    this.slow = movingAverage(maTypeOf(type), Math.max(fastPeriod, slowPeriod));
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const slow = this.slow.push(row[0]!);
    out[0] = this.value(this.fast.push(row[0]!) - slow, slow);
  }

  /** The output: `distance` is the fast average less the slow one. */
  protected abstract value(distance: number, slow: number): number;
}
