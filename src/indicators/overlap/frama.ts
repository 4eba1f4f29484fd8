import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import { adaptiveAverage, windowMax, windowMin } from '../graph/kernels';
import { exponential, lastValid, naturalLogarithm } from '../graph/math-kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowRange } from '../primitives/window-range';

/** Ehlers' constants: how fast the weight of a bar falls with the dimension, and the smallest weight. */
const DECAY = -4.6;
const SLOWEST = 0.01;

/**
 * Fractal Adaptive Moving Average: exponential average of the middle of the bars whose weight is 1 where the
 * price runs straight (fractal dimension 1) and falls to 0.01 where it fills the plane (dimension 2).
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param timePeriod  bars of which the dimension is measured, integer in `[2, 100000]`, 16 when omitted; an
 *                    odd number counts as the even one below it
 * @returns           quote currency per unit; rows before `timePeriod`, rounded to even, are NaN (warm-up)
 *
 * It starts from the middle of the bar before the first value. Where one of the ranges that the dimension is
 * made of is 0 the dimension before it is kept; before the first one the weight is 1. Leading rows with a NaN
 * are skipped: warm-up begins at the first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Fractal Adaptive Moving Averages, Stocks & Commodities 23:10, 2005
 * @see tests/golden/beyond/frama.json
 */
export const frama: Indicator = {
  name: 'frama',
  title: 'Fractal Adaptive Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Exponential average that slows down as the price grows rough.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 2, 16)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => 2 * Math.floor(timePeriod / 2),
  stream: (params) => new FramaStream(params),
  graph([high, low], [timePeriod = NaN]) {
    const half = Math.floor(timePeriod / 2);
    const highest = windowMax(high!, half);
    const lowest = windowMin(low!, half);
    const newer = highest.minus(lowest);
    const older = newer.lag(half);
    const whole = highest
      .max(highest.lag(half))
      .minus(lowest.min(lowest.lag(half)))
      .over(2);
    const isMeasured = newer.above(0).and(older.above(0)).and(whole.above(0));
    const dimension = naturalLogarithm(newer.plus(older).over(whole)).over(Math.LN2);
    const weight = exponential(dimension.minus(1).times(DECAY)).max(SLOWEST).min(1);
    // Where nothing was measured yet the last bar alone counts.
    const held = lastValid(weight.minus(1), isMeasured).plus(1);
    return [adaptiveAverage(high!.plus(low!).over(2), held.from(2 * half), 0)];
  },
};

class FramaStream extends BlankedStream {
  private readonly half: number;
  private readonly range: WindowRange;
  /** Extremes of the older half of the window. */
  private readonly olderHigh: Delay;
  private readonly olderLow: Delay;
  private rows = 0;
  private weight = 1;
  private level = NaN;

  constructor(params: readonly number[]) {
    checkParameters(frama.params, params);
    super(frama.lookback(params));
    const [timePeriod = NaN] = params;
    this.half = Math.floor(timePeriod / 2);
    this.range = new WindowRange(this.half);
    this.olderHigh = new Delay(this.half);
    this.olderLow = new Delay(this.half);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    out[0] = this.level;
  }

  private absorb(row: Float64Array): void {
    const middle = (row[0]! + row[1]!) / 2;
    this.measure(row[0]!, row[1]!);
    if (this.rows < 2 * this.half) {
      this.rows++;
      this.level = middle;
    } else {
      this.level += this.weight * (middle - this.level);
    }
  }

  /**
   * Sets the weight by the dimension: twice the resolution gives `2 ** dimension` times the range per bar.
   */
  private measure(high: number, low: number): void {
    this.range.push(high, low);
    const { highest, lowest } = this.range;
    const olderHigh = this.olderHigh.push(highest);
    const olderLow = this.olderLow.push(lowest);
    const newer = highest - lowest;
    const older = olderHigh - olderLow;
    const whole = (Math.max(highest, olderHigh) - Math.min(lowest, olderLow)) / 2;
    if (!(this.rows >= 2 * this.half - 1 && newer > 0 && older > 0 && whole > 0)) return;
    const dimension = log((newer + older) / whole) / Math.LN2;
    this.weight = Math.min(1, Math.max(SLOWEST, exp(DECAY * (dimension - 1))));
  }
}
