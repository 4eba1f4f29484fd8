import type { Convention } from '../convention';
import type { MaType } from '../ma-type';
import { kamaWeight } from './adaptive-average';
import { movingAverage, movingAverageLookback, type Smoother } from './moving-average';
import { RangeSums } from './range-sums';

/** Averages of one series over every period from `min` to `max` at once. */
export interface VariableAverage {
  /** Takes the next row. */
  push(x: number): void;
  /** The average over `period`, once the one over `max` has its first value. */
  of(period: number): number;
}

/**
 * A moving average whose period may change from row to row. The average over any period has its first
 * value with the one over `max`, however short it is, as in TA-Lib's `TA_MAVP`.
 *
 * Averages over a window share one tree of sums; of the others each period has its own.
 */
export function variableAverage(
  type: MaType,
  min: number,
  max: number,
  convention: Convention = 'talib',
): VariableAverage {
  if (type === 'sma' || type === 'wma' || type === 'trima') return new WindowedAverages(type, max);
  if (type === 'kama') return new AdaptiveAverages(min, max);
  return new RecursiveAverages(type, min, max, convention);
}

/** Last period whose average is another one than that of the period before: MAMA is the same for all but 1. */
export const lastDistinct = (type: MaType, min: number, max: number): number =>
  type === 'mama' ? Math.min(max, Math.max(min, 2)) : max;

class WindowedAverages implements VariableAverage {
  private readonly rows: RangeSums;
  private readonly isSimple: boolean;
  private readonly isTriangular: boolean;

  constructor(type: 'sma' | 'wma' | 'trima', max: number) {
    this.rows = new RangeSums(max);
    this.isSimple = type === 'sma';
    this.isTriangular = type === 'trima';
  }

  push(x: number): void {
    this.rows.push(x);
  }

  of(period: number): number {
    const { rows } = this;
    if (this.isTriangular) return this.triangular(period);
    rows.find(0, period);
    return this.isSimple ? rows.sum / period : rows.weighted / ((period * (period + 1)) / 2);
  }

  private triangular(period: number): number {
    const newer = Math.floor(period / 2);
    const older = period - newer;
    this.rows.find(newer, older);
    const rising = this.rows.weighted;
    this.rows.find(0, newer);
    const falling = (newer + 1) * this.rows.sum - this.rows.weighted;
    return (rising + falling) / (older * (newer + 1));
  }
}

/** Exponential averages and their kin, and MAMA, which is the same for all periods but 1. */
class RecursiveAverages implements VariableAverage {
  private readonly min: number;
  private readonly averages: Smoother[];
  /** Row from which on each of them takes rows. */
  private readonly starts: Float64Array;
  private readonly values: Float64Array;
  private rows = 0;

  constructor(type: MaType, min: number, max: number, convention: Convention) {
    const last = lastDistinct(type, min, max);
    const periods = Array.from({ length: last - min + 1 }, (_, k) => min + k);
    const lookback = movingAverageLookback(type, max, convention);
    this.min = min;
    this.averages = periods.map((period) => movingAverage(type, period, convention));
    this.starts = Float64Array.from(
      periods,
      (period) => lookback - movingAverageLookback(type, period, convention),
    );
    this.values = new Float64Array(periods.length);
  }

  push(x: number): void {
    for (let k = 0; k < this.averages.length; k++) {
      if (this.rows >= this.starts[k]!) this.values[k] = this.averages[k]!.push(x);
    }
    this.rows++;
  }

  of(period: number): number {
    return this.values[Math.min(period - this.min, this.values.length - 1)]!;
  }
}

/** Kaufman's averages: they share the rows and the sums of steps. All start from row `max - 1`. */
class AdaptiveAverages implements VariableAverage {
  private readonly min: number;
  private readonly max: number;
  private readonly steps: RangeSums;
  /** The last `max` rows. */
  private readonly ring: Float64Array;
  private readonly levels: Float64Array;
  private rows = 0;
  private previous = NaN;

  constructor(min: number, max: number) {
    this.min = min;
    this.max = max;
    this.steps = new RangeSums(max);
    this.ring = new Float64Array(max);
    this.levels = new Float64Array(max - min + 1);
  }

  push(x: number): void {
    if (this.rows > 0) this.steps.push(Math.abs(x - this.previous));
    this.previous = x;
    if (this.rows < this.max) this.levels.fill(x);
    else for (let period = this.min; period <= this.max; period++) this.move(period, x);
    this.ring[this.rows % this.max] = x;
    this.rows++;
  }

  of(period: number): number {
    return this.levels[period - this.min]!;
  }

  private move(period: number, x: number): void {
    const k = period - this.min;
    if (period === 1) {
      this.levels[k] = x;
      return;
    }
    this.steps.find(0, period);
    const distance = Math.abs(x - this.ring[(this.rows - period) % this.max]!);
    this.levels[k]! += kamaWeight(distance, this.steps.sum) * (x - this.levels[k]!);
  }
}
