import { log } from '../../core/math/log';
import { ratio } from '../graph/blocks';
import { filter, windowMax, windowMin } from '../graph/kernels';
import { naturalLogarithm } from '../graph/math-kernels';
import { heldFilter } from '../graph/oscillator-kernels';
import { series } from '../graph/series';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { quotient } from '../primitives/quotient';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowPeak } from '../primitives/window-peak';

/** What the smoothed place is held to, so that its logarithm stays finite. */
const EDGE = 0.99;
const HELD = 0.999;

/**
 * Fisher Transform: where the median price lies in its range of the last bars, smoothed and stretched so that
 * turning points stand out as sharp peaks.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param timePeriod  bars of the range, integer in `[2, 100000]`, 10 when omitted (9 on TradingView)
 * @returns           `fisher` (no unit, within about -7.6 and 7.6) and `trigger`, the same one bar before;
 *                    rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * As published: the range is that of the median prices, and both recursions start from 0, so the first
 * trigger is 0. A window without range counts as its middle. Leading rows with a NaN are skipped: warm-up
 * begins at the first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Using the Fisher Transform, Technical Analysis of Stocks and Commodities, 2002
 * @see tests/golden/beyond/fisher.json
 */
export const fisher: Indicator = {
  name: 'fisher',
  title: 'Fisher Transform',
  group: 'momentum',
  pane: 'own',
  summary: 'Place of the price in its range, stretched so that turning points stand out.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 2, 10)],
  outputs: [
    { name: 'fisher', kind: 'real', style: 'line' },
    { name: 'trigger', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(fisher.params, params);
    const [timePeriod = NaN] = params;
    return new FisherStream(timePeriod);
  },
  graph([high, low], [timePeriod = NaN]) {
    const price = high!.plus(low!).times(0.5);
    const lowest = windowMin(price, timePeriod);
    const reach = windowMax(price, timePeriod).minus(lowest);
    const inRange = ratio(price.minus(lowest), reach, 0.5).minus(0.5);
    const place = heldFilter(inRange, { keep: 0.67, weight: 0.66, edge: EDGE, held: HELD });
    const bent = naturalLogarithm(place.plus(1).over(series(place.graph, 1).minus(place))).times(0.5);
    const value = filter(bent, { rows: 1, share: 1, keep: 0.5, weight: 1 });
    return [value, begunWith(0, value.lag(1))];
  },
};

class FisherStream extends BlankedStream {
  private readonly highest: WindowPeak;
  private readonly lowest: WindowPeak;
  private place = 0;
  private value = 0;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.highest = new WindowPeak(timePeriod, 'max');
    this.lowest = new WindowPeak(timePeriod, 'min');
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const price = (row[0]! + row[1]!) / 2;
    const highest = this.highest.push(price);
    const lowest = this.lowest.push(price);
    if (today < this.lookback) return;
    const place = quotient(price - lowest, highest - lowest, 0.5) - 0.5;
    this.place = held(0.66 * place + 0.67 * this.place);
    out[1] = this.value;
    this.value = 0.5 * log((1 + this.place) / (1 - this.place)) + 0.5 * this.value;
    out[0] = this.value;
  }
}

function held(place: number): number {
  if (place > EDGE) return HELD;
  return place < -EDGE ? -HELD : place;
}
