import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Volume-Weighted Moving Average: mean of the last `timePeriod` rows, each weighted by its volume.
 *
 * @param real        any unit, oldest first
 * @param volume      traded units, >= 0
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 20 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A window without volume gives its newest row. Leading rows with a NaN are skipped: warm-up begins at the
 * first full row. A later NaN makes the rows NaN whose window holds it. No drift: a value depends on at most
 * the last `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TradingView, Pine Script reference manual v6, `ta.vwma`
 * @see tests/golden/beyond/vwma.json
 */
export const vwma: Indicator = {
  name: 'vwma',
  title: 'Volume-Weighted Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last bars, those with more volume weighing more.',
  inputs: [...REAL, ...prices('volume')],
  params: [period('timePeriod', 1, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream: (params) => new VwmaStream(params),
  graph([x, volume], [timePeriod = NaN]) {
    const volumes = windowSum(volume!, timePeriod);
    const turnovers = windowSum(x!.times(volume!), timePeriod);
    return [volumes.equals(0).pick(x!, turnovers.over(volumes))];
  },
};

class VwmaStream extends BlankedStream {
  private readonly turnovers: WindowSum;
  private readonly volumes: WindowSum;
  private value = NaN;

  constructor(params: readonly number[]) {
    checkParameters(vwma.params, params);
    super(vwma.lookback(params));
    const [timePeriod = NaN] = params;
    this.turnovers = new WindowSum(timePeriod);
    this.volumes = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const turnover = this.turnovers.push(x * row[1]!);
    const volume = this.volumes.push(row[1]!);
    this.value = volume === 0 && !Number.isNaN(turnover) ? x : turnover / volume;
    out[0] = this.value;
  }
}
