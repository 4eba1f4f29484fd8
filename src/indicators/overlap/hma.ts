import { average } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WeightedAverage } from '../primitives/weighted-average';

/**
 * Hull Moving Average: twice a weighted average over half the period less one over the whole, smoothed by a
 * third one over the root of the period.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the longest average, integer in `[2, 100000]`, 9 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod + root - 3` are NaN (warm-up), with `root` the
 *                    whole part of the square root of `timePeriod`
 *
 * Half the period and its root are rounded down, as in Hull's formula and in TradingView's `ta.hma`. Leading
 * NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hull, Hull Moving Average, 2005 (alanhull.com)
 * @see tulipy 0.4.0 `hma` (tests/golden/beyond/hma.json)
 */
export const hma: Indicator = {
  name: 'hma',
  title: 'Hull Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Weighted average of weighted averages that follows with little lag.',
  inputs: REAL,
  params: [period('timePeriod', 2, 9)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod + rootOf(timePeriod) - 2,
  stream: (params) => new HmaStream(params),
  graph([x], [timePeriod = NaN]) {
    const half = average('wma', x!, Math.floor(timePeriod / 2))!;
    const whole = average('wma', x!, timePeriod)!;
    return [average('wma', half.times(2).minus(whole), rootOf(timePeriod))!];
  },
};

const rootOf = (timePeriod: number): number => Math.floor(Math.sqrt(timePeriod));

class HmaStream extends BlankedStream {
  private readonly half: WeightedAverage;
  private readonly whole: WeightedAverage;
  private readonly smooth: WeightedAverage;
  private value = NaN;

  constructor(params: readonly number[]) {
    checkParameters(hma.params, params);
    super(hma.lookback(params));
    const [timePeriod = NaN] = params;
    this.half = new WeightedAverage(Math.floor(timePeriod / 2));
    this.whole = new WeightedAverage(timePeriod);
    this.smooth = new WeightedAverage(rootOf(timePeriod));
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    this.value = this.smooth.push(2 * this.half.push(x) - this.whole.push(x));
    out[0] = this.value;
  }
}
