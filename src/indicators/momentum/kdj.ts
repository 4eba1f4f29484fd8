import { ratio } from '../graph/blocks';
import { filter, windowMax, windowMin } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowRange } from '../primitives/window-range';

/** Where both lines start, and where a close lies in a window without range. */
const MIDDLE = 50;

/**
 * KDJ: the stochastic with lines that start from 50, and a third one, `3 k - 2 d`, that runs ahead of them.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 9 when omitted
 * @param kPeriod     bars of `k`: a new row weighs `1 / kPeriod`, integer in `[1, 100000]`, 3 when omitted
 * @param dPeriod     bars of `d`, of `k`: alike, integer in `[1, 100000]`, 3 when omitted
 * @returns           `k` and `d` 0 to 100, `j` beyond them (no unit); rows `0 .. timePeriod - 2` are NaN
 *                    (warm-up)
 *
 * A window without range counts 50. Leading rows with a NaN are skipped: warm-up begins at the first full
 * row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Lane's Stochastics, 1984, as charts in China have it since the 1990s
 * @see tests/golden/beyond/kdj.json
 */
export const kdj: Indicator = {
  name: 'kdj',
  title: 'KDJ',
  group: 'momentum',
  pane: 'own',
  summary: 'Stochastic with a third line that runs ahead of its two.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 9), period('kPeriod', 1, 3), period('dPeriod', 1, 3)],
  outputs: [
    { name: 'k', kind: 'real', style: 'line' },
    { name: 'd', kind: 'real', style: 'line' },
    { name: 'j', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(kdj.params, params);
    return new KdjStream(params);
  },
  graph([high, low, close], [timePeriod = NaN, kPeriod = NaN, dPeriod = NaN]) {
    const lowest = windowMin(low!, timePeriod);
    const reach = windowMax(high!, timePeriod).minus(lowest);
    const place = ratio(close!.minus(lowest), reach, MIDDLE / 100).times(100);
    // From the middle the averages start at 0.
    const k = fromZero(place.minus(MIDDLE), kPeriod);
    const d = fromZero(k, dPeriod);
    return [k.plus(MIDDLE), d.plus(MIDDLE), k.times(3).minus(d.times(2)).plus(MIDDLE)];
  },
};

/** Wilder's average of rows before which there was 0. */
const fromZero = (x: Series, length: number): Series =>
  filter(x, { rows: 1, share: 1 / length, keep: 1 - 1 / length, weight: 1 / length });

class KdjStream extends BlankedStream {
  private readonly range: WindowRange;
  private readonly kPeriod: number;
  private readonly dPeriod: number;
  private k = MIDDLE;
  private d = MIDDLE;

  constructor(params: readonly number[]) {
    super(kdj.lookback(params));
    const [timePeriod = NaN, k = NaN, d = NaN] = params;
    this.range = new WindowRange(timePeriod);
    this.kPeriod = k;
    this.dPeriod = d;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    this.range.push(row[0]!, row[1]!);
    if (today < this.lookback) return;
    const { highest, lowest } = this.range;
    const place = 100 * quotient(row[2]! - lowest, highest - lowest, MIDDLE / 100);
    this.k += (place - this.k) / this.kPeriod;
    this.d += (this.k - this.d) / this.dPeriod;
    out[0] = this.k;
    out[1] = this.d;
    out[2] = 3 * this.k - 2 * this.d;
  }
}
