import { cos } from '../../core/math/cos';
import { sin } from '../../core/math/sin';
import { momentumFilter } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { BANDS, REAL } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * Simple Decycler: the series less what a high-pass filter with two poles finds in it, so that only the trend
 * is left, and a band of a share of it in which the price counts as without direction.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  longest cycle that is taken out, in bars, integer in `[3, 100000]`, 125 when omitted
 * @param percent     from the line to a band, in percent of the line, in `[0, 100]`, 0.5 when omitted
 * @returns           `upper`, `middle`, `lower` in the unit of `real`; rows 0 and 1 are NaN (warm-up)
 *
 * The filter starts from 0, so that the first values are near the series. Ehlers prints .707 for the root of
 * one half, here it is taken in full. Leading NaN are skipped: warm-up begins at the first number. A later
 * NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Decyclers, Stocks & Commodities 33:10, 2015
 * @see scipy 1.17.1 `lfilter` (tests/golden/beyond/decycler.json)
 */
export const decycler: Indicator = {
  name: 'decycler',
  title: 'Simple Decycler',
  group: 'overlap',
  pane: 'price',
  summary: 'The trend that is left when all shorter cycles are taken out.',
  inputs: REAL,
  params: [period('timePeriod', 3, 125), real('percent', 0.5, { min: 0, max: 100 })],
  outputs: BANDS,
  unstable: false,
  lookback: () => 2,
  stream: (params) => new DecyclerStream(params),
  graph([x], [timePeriod = NaN, percent = NaN]) {
    const weight = weightOf(timePeriod);
    const gain = (1 / weight - 0.5) * (1 / weight - 0.5);
    const keep = 1 - weight;
    const before = x!.lag(1);
    const curve = x!.minus(before).minus(before.minus(x!.lag(2)));
    const cycle = momentumFilter(curve.times(gain).early(0), x!.times(0), weight * weight, keep * keep);
    const middle = x!.minus(cycle);
    const share = percent / 100;
    return [middle.times(1 + share), middle, middle.times(1 - share)];
  },
};

/** What either pole of the filter takes away of a cycle at each row. */
function weightOf(timePeriod: number): number {
  const angle = (Math.SQRT2 * Math.PI) / timePeriod;
  const bend = sin(angle / 2);
  return (sin(angle) - 2 * bend * bend) / cos(angle);
}

class DecyclerStream extends BlankedStream {
  private readonly keep: number;
  private readonly gain: number;
  private readonly share: number;
  private rows = 0;
  private previous = NaN;
  private before = NaN;
  private middle = NaN;
  /** Cycles found at the last row and the one before it. */
  private cycle = 0;
  private olderCycle = 0;

  constructor(params: readonly number[]) {
    checkParameters(decycler.params, params);
    super(2);
    const [timePeriod = NaN, percent = NaN] = params;
    const weight = weightOf(timePeriod);
    this.keep = 1 - weight;
    this.gain = (1 - weight / 2) * (1 - weight / 2);
    this.share = percent / 100;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    if (this.rows < 2) this.rows++;
    else {
      const curve = x - this.previous - (this.previous - this.before);
      const { cycle, keep } = this;
      this.cycle = this.gain * curve + keep * (2 * cycle - keep * this.olderCycle);
      this.olderCycle = cycle;
    }
    this.middle = x - this.cycle;
    this.before = this.previous;
    this.previous = x;
    out[0] = this.middle * (1 + this.share);
    out[1] = this.middle;
    out[2] = this.middle * (1 - this.share);
  }
}
