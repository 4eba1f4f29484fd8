import { adaptiveAverage } from '../graph/kernels';
import { pathLength } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { emaWeight } from '../primitives/seeded-average';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Variable Index Dynamic Average: exponential average whose weight is multiplied by the share of net movement
 * in all movement of the last bars (the size of Chande's momentum oscillator).
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of smoothing in a straight run, integer in `[1, 100000]`, 12 when omitted
 * @param cmoPeriod   changes of which the oscillator is made, integer in `[1, 100000]`, 9 when omitted
 * @returns           unit of `real`; rows `0 .. cmoPeriod - 1` are NaN (warm-up)
 *
 * It starts from row `cmoPeriod - 1`. Where the series did not move it stays where it is. Leading NaN are
 * skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Sources differ: Chande's first form (1992) takes a ratio of deviations as index; the oscillator, and the
 * defaults here, are those of MetaTrader's `iVIDyA`, which follows his second form.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande & Kroll, The New Technical Trader, 1994
 * @see MetaTrader 5 help, Technical Indicators, Variable Index Dynamic Average
 * @see tests/golden/beyond/vidya.json
 */
export const vidya: Indicator = {
  name: 'vidya',
  title: 'Variable Index Dynamic Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Exponential average that moves faster the straighter the price runs.',
  inputs: REAL,
  params: [period('timePeriod', 1, 12), period('cmoPeriod', 1, 9)],
  outputs: VALUE,
  unstable: false,
  lookback: ([, cmoPeriod = NaN]) => cmoPeriod,
  stream: (params) => new VidyaStream(params),
  graph([x], [timePeriod = NaN, cmoPeriod = NaN]) {
    const movement = pathLength(x!, cmoPeriod);
    const share = movement.equals(0).pick(0, x!.change(cmoPeriod).abs().over(movement));
    return [adaptiveAverage(x!, share.times(emaWeight(timePeriod)), 0)];
  },
};

class VidyaStream extends BlankedStream {
  private readonly weight: number;
  private readonly rises: WindowSum;
  private readonly falls: WindowSum;
  private readonly period: number;
  private rows = 0;
  private previous = NaN;
  private level = NaN;

  constructor(params: readonly number[]) {
    checkParameters(vidya.params, params);
    super(vidya.lookback(params));
    const [timePeriod = NaN, cmoPeriod = NaN] = params;
    this.weight = emaWeight(timePeriod);
    this.rises = new WindowSum(cmoPeriod);
    this.falls = new WindowSum(cmoPeriod);
    this.period = cmoPeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    out[0] = this.level;
  }

  private absorb(row: Float64Array): void {
    const x = row[0]!;
    const share = this.rows === 0 ? 0 : this.shareOf(x - this.previous);
    this.previous = x;
    if (this.rows === this.period) {
      this.level += this.weight * share * (x - this.level);
      return;
    }
    this.rows++;
    this.level = x;
  }

  /** Takes the next change and returns the share of net movement in all movement, 0 to 1. */
  private shareOf(change: number): number {
    const up = this.rises.push(Math.max(change, 0));
    const down = this.falls.push(Math.max(-change, 0));
    const movement = up + down;
    return movement === 0 ? 0 : Math.abs(up - down) / movement;
  }
}
