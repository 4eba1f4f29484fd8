import { DirectionalMovement } from './directional-movement';
import { TrueRange } from './true-range';
import { WilderAverage } from './wilder-average';

/**
 * Directional indicators as TradingView takes them: means instead of Wilder's sums. The mean upward and
 * downward movement, each in percent of the mean true range; all three are plain means of the first `period`
 * rows that have a bar before them, and Wilder-smoothed from then on. Where the mean true range is 0 the
 * indicators stay as they were, at first 0. A NaN makes every later value NaN.
 *
 * @see TradingView, source of the built-in script `Directional Movement Index`, and `ta.rma`
 */
export class AveragedDirection {
  /** Directional indicators, 0 to 100. */
  plus = 0;
  minus = 0;
  private readonly movement = new DirectionalMovement();
  private readonly range = new TrueRange();
  private readonly plusMean: WilderAverage;
  private readonly minusMean: WilderAverage;
  private readonly rangeMean: WilderAverage;
  private hasPrevious = false;

  /** @param period  smoothing length, integer >= 1 */
  constructor(period: number) {
    this.plusMean = new WilderAverage(period);
    this.minusMean = new WilderAverage(period);
    this.rangeMean = new WilderAverage(period);
  }

  /** Difference of the indicators in percent of their sum; 0 where the sum is 0. */
  get index(): number {
    const sum = this.plus + this.minus;
    return sum === 0 ? 0 : 100 * (Math.abs(this.plus - this.minus) / sum);
  }

  /** Takes the next bar; `plus` and `minus` are NaN from the second bar until `period` bars have one before them. */
  push(high: number, low: number, close: number): void {
    const range = this.range.push(high, low, close);
    this.movement.push(high, low);
    if (!this.hasPrevious) {
      this.hasPrevious = true;
      return;
    }
    const mean = this.rangeMean.push(range);
    const plus = this.plusMean.push(this.movement.plus);
    const minus = this.minusMean.push(this.movement.minus);
    if (mean === 0) return;
    this.plus = 100 * (plus / mean);
    this.minus = 100 * (minus / mean);
  }
}

/**
 * TradingView's average directional index: Wilder's mean of the index of `AveragedDirection`, from the plain
 * mean of the first `period` of them on. A NaN makes every later value NaN.
 */
export class AveragedDirectionalIndex {
  private readonly direction: AveragedDirection;
  private readonly mean: WilderAverage;
  private missing: number;

  /** @param period  smoothing length of both, integer >= 1 */
  constructor(period: number) {
    this.direction = new AveragedDirection(period);
    this.mean = new WilderAverage(period);
    this.missing = period;
  }

  /** Takes the next bar and returns the average; NaN on the first `2 period - 1` bars. */
  push(high: number, low: number, close: number): number {
    this.direction.push(high, low, close);
    if (this.missing === 0) return this.mean.push(this.direction.index);
    this.missing--;
    return NaN;
  }
}
