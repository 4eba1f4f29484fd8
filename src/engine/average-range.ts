import type { MarketState } from './market-state';

interface Running {
  row: number;
  value: number;
}

/**
 * Average true range of an instrument's closed bars for trailing stops, smoothed as Wilder does: the mean of the
 * first `period` true ranges (which begin at the second bar), then `(value * (period - 1) + range) / period`.
 */
export class AverageRange {
  readonly #market: MarketState;
  readonly #running = new Map<number, Running>();

  constructor(market: MarketState) {
    this.#market = market;
  }

  /** Value at the newest closed bar; NaN within the first `period` bars or once a price was none. */
  at(period: number): number {
    const { bars, index } = this.#market;
    let running = this.#running.get(period);
    if (!running) this.#running.set(period, (running = { row: 0, value: 0 }));
    for (let i = running.row + 1; i <= index; i++) {
      const previous = bars.close[i - 1]!;
      const range = Math.max(bars.high[i]!, previous) - Math.min(bars.low[i]!, previous);
      if (i <= period) running.value += range / period;
      else running.value = (running.value * (period - 1) + range) / period;
    }
    running.row = Math.max(running.row, index);
    return index >= period ? running.value : NaN;
  }
}
