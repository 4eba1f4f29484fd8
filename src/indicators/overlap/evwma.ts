import { adaptiveAverage, windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Elastic Volume-Weighted Moving Average: mean price of the units in circulation, taken to be as many as were
 * traded in the last `timePeriod` bars. Each bar moves it by the share of those that changed hands.
 *
 * @param real        any unit, oldest first
 * @param volume      traded units, >= 0
 * @param timePeriod  bars whose volume is in circulation, integer in `[1, 100000]`, 20 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * It starts from row `timePeriod - 1` (TradingView's scripts start from 0 and are drawn towards it at first).
 * A bar without volume leaves it where it is. Leading rows with a NaN are skipped: warm-up begins at the
 * first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Fries, Elastic Volume-Weighted Moving Average (eVWMA), 2001
 * @see tests/golden/beyond/evwma.json
 */
export const evwma: Indicator = {
  name: 'evwma',
  title: 'Elastic Volume-Weighted Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean price of the units in circulation, renewed by the volume of each bar.',
  inputs: [...REAL, ...prices('volume')],
  params: [period('timePeriod', 1, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream: (params) => new EvwmaStream(params),
  graph([x, volume], [timePeriod = NaN]) {
    const circulating = windowSum(volume!, timePeriod);
    const weight = volume!.equals(0).pick(0, volume!.over(circulating));
    return [adaptiveAverage(x!, weight.from(timePeriod), 0)];
  },
};

class EvwmaStream extends BlankedStream {
  private readonly volumes: WindowSum;
  private readonly period: number;
  private rows = 0;
  private level = NaN;

  constructor(params: readonly number[]) {
    checkParameters(evwma.params, params);
    super(evwma.lookback(params));
    const [timePeriod = NaN] = params;
    this.volumes = new WindowSum(timePeriod);
    this.period = timePeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const volume = row[1]!;
    const circulating = this.volumes.push(volume);
    if (this.rows < this.period) {
      this.rows++;
      this.level = x;
    } else {
      this.level += (volume === 0 ? 0 : volume / circulating) * (x - this.level);
    }
    out[0] = this.level;
  }
}
