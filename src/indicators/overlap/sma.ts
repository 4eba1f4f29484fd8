import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { WindowSum } from '../primitives/window-sum';

/**
 * Simple Moving Average: mean of the last `timePeriod` rows.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes the rows NaN whose
 * window holds it. No drift: a value depends on at most the last `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.6.4 `TA_SMA` (tests/golden/indicators.json)
 */
export const sma: Indicator = {
  name: 'sma',
  title: 'Simple Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last bars.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(sma.params, params);
    const [timePeriod = NaN] = params;
    return new SmaStream(timePeriod);
  },
};

class SmaStream implements IndicatorStream {
  private readonly period: number;
  private readonly window: WindowSum;
  private rows = 0;

  constructor(timePeriod: number) {
    this.period = timePeriod;
    this.window = new WindowSum(timePeriod);
  }

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    if (this.rows === 0 && Number.isNaN(x)) {
      out[0] = NaN;
      return;
    }
    const sum = this.window.push(x);
    if (this.rows < this.period) this.rows++;
    out[0] = this.rows < this.period ? NaN : sum / this.period;
  }
}
