import { DirectionalMovement } from './directional-movement';
import { isNearZero } from './near-zero';
import { TrueRange } from './true-range';
import { WilderSum } from './wilder-sum';

/**
 * Wilder's directional indicators: the shares of upward (`plus`) and downward (`minus`) directional
 * movement in the true range, all three Wilder-smoothed. From 0 to 100; with a period of 1 fractions
 * from 0 to 1, as in TA-Lib. A true range below 1e-14 gives 0. A NaN makes every later value NaN.
 */
export class DirectionalIndicators {
  plus = NaN;
  minus = NaN;
  private readonly movement = new DirectionalMovement();
  private readonly range = new TrueRange();
  private readonly plusSum: WilderSum;
  private readonly minusSum: WilderSum;
  private readonly rangeSum: WilderSum;
  private readonly period: number;
  private rows = 0;

  /** @param period  smoothing length, integer >= 1 */
  constructor(period: number) {
    this.plusSum = new WilderSum(period);
    this.minusSum = new WilderSum(period);
    this.rangeSum = new WilderSum(period);
    this.period = period;
  }

  /**
   * Takes the next bar.
   *
   * @returns  whether `plus` and `minus` have values: from the bar after the first `period` ones on
   */
  push(high: number, low: number, close: number): boolean {
    const range = this.range.push(high, low, close);
    this.movement.push(high, low);
    if (this.rows++ > 0) this.update(this.rangeSum.push(range));
    return this.rows > this.period;
  }

  private update(range: number): void {
    const plus = this.plusSum.push(this.movement.plus);
    const minus = this.minusSum.push(this.movement.minus);
    const scale = this.period === 1 ? 1 : 100;
    const isFlat = isNearZero(range);
    this.plus = isFlat ? 0 : scale * (plus / range);
    this.minus = isFlat ? 0 : scale * (minus / range);
  }
}
