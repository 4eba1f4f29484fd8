import { symmetricAverage } from '../graph/blocks';
import { filter } from '../graph/kernels';
import type { Series } from '../graph/series';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { SymmetricAverage } from '../primitives/symmetric-average';

/** Rows on which the cycle is a plain second difference, before the recursion begins. */
const START_ROWS = 6;

/**
 * Cyber Cycle: the cycles in the median price, by a high-pass filter of two poles on a price smoothed over
 * four bars.
 *
 * @param high   quote currency per unit, oldest first; `low` alike
 * @param alpha  weight, `[0.001, 1]`, 0.07 when omitted; lower lets longer cycles through
 * @returns      `cycle` in quote currency per unit and `trigger`, the same one bar before; rows 0 to 5 are
 *               NaN (warm-up)
 *
 * As published: a quarter of the second difference of the price stands in for the cycle until row 5. Leading
 * rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Cybernetic Analysis for Stocks and Futures, 2004, chapter 4
 * @see tests/golden/beyond/cyber_cycle.json
 */
export const cyberCycle: Indicator = {
  name: 'cyber_cycle',
  title: 'Cyber Cycle',
  group: 'momentum',
  pane: 'own',
  summary: 'Cycles of the price by a high-pass filter, with a trigger one bar late.',
  inputs: prices('high', 'low'),
  params: [real('alpha', 0.07, { min: 0.001, max: 1 })],
  outputs: [
    { name: 'cycle', kind: 'real', style: 'line' },
    { name: 'trigger', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: () => START_ROWS,
  stream(params) {
    checkParameters(cyberCycle.params, params);
    const [alpha = NaN] = params;
    return new CyberCycleStream(alpha);
  },
  graph([high, low], [alpha = NaN]) {
    const price = high!.plus(low!).times(0.5);
    const keep = 1 - alpha;
    const gain = (1 - alpha / 2) * (1 - alpha / 2);
    const smooth = symmetricAverage(price);
    // `c = gain * u + 2 keep c[1] - keep^2 c[2]` is one filter after another, of the same `keep`.
    const early = secondDifference(price)
      .times(0.25)
      .early(START_ROWS - 1);
    const once = { rows: 1, share: 1, keep, weight: 1 };
    const inner = filter(
      begunWith(
        early.minus(early.lag(1).times(keep)).early(START_ROWS - 1),
        secondDifference(smooth).times(gain),
      ),
      once,
    );
    const cycle = filter(begunWith(early, inner), once);
    return [cycle, cycle.lag(1)];
  },
};

/** Change of the change from row to row. */
const secondDifference = (x: Series): Series => x.minus(x.lag(1).times(2)).plus(x.lag(2));

class CyberCycleStream extends BlankedStream {
  private readonly gain: number;
  private readonly keep: number;
  private readonly average = new SymmetricAverage();
  private readonly price = new SecondDifference();
  private readonly smooth = new SecondDifference();
  private cycle = 0;
  private earlier = 0;

  constructor(alpha: number) {
    super(START_ROWS);
    this.gain = (1 - alpha / 2) * (1 - alpha / 2);
    this.keep = 1 - alpha;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const price = (row[0]! + row[1]!) / 2;
    const ofPrice = this.price.push(price);
    const ofSmooth = this.smooth.push(this.average.push(price));
    const { cycle, earlier, keep } = this;
    this.earlier = cycle;
    this.cycle =
      today < START_ROWS ? ofPrice / 4 : this.gain * ofSmooth + 2 * keep * cycle - keep * keep * earlier;
    out[0] = this.cycle;
    out[1] = cycle;
  }
}

/** Change of the change from row to row; NaN before the third row. */
class SecondDifference {
  private first = NaN;
  private second = NaN;

  push(x: number): number {
    const value = x - 2 * this.first + this.second;
    this.second = this.first;
    this.first = x;
    return value;
  }
}
