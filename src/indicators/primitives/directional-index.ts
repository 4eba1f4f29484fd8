import { DirectionalIndicators } from './directional-indicators';
import { isNearZero } from './near-zero';

/**
 * Wilder's directional index (DX): difference of the directional indicators as a percentage of their
 * sum. `value` keeps what it had, at first 0, on a bar where that sum is below 1e-14; `isDefined` tells
 * whether the last bar gave a new one. A NaN makes every later value NaN.
 */
export class DirectionalIndex {
  value = 0;
  isDefined = false;
  private readonly indicators: DirectionalIndicators;

  /** @param period  smoothing length, integer >= 2 */
  constructor(period: number) {
    this.indicators = new DirectionalIndicators(period);
  }

  /**
   * Takes the next bar.
   *
   * @returns  whether warm-up is over: from the bar after the first `period` ones on
   */
  push(high: number, low: number, close: number): boolean {
    if (!this.indicators.push(high, low, close)) return false;
    const { plus, minus } = this.indicators;
    const sum = plus + minus;
    this.isDefined = !isNearZero(sum);
    if (this.isDefined) this.value = 100 * (Math.abs(minus - plus) / sum);
    return true;
  }
}
