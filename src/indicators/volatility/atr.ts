import type { Indicator, IndicatorStream } from '../indicator';
import { VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { SeededAverage } from '../primitives/seeded-average';

/**
 * Average True Range: range of a bar including the gap from the close before, Wilder-smoothed.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  smoothing length in bars, integer in `[1, 100000]`, 14 when omitted
 * @returns           quote currency per unit, >= 0; rows `0 .. timePeriod - 1` are NaN (warm-up); the
 *                    first value is the mean of the first `timePeriod` true ranges
 *
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes every
 * later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.6.4 `TA_ATR`, no unstable period (tests/golden/indicators.json)
 */
export const atr: Indicator = {
  name: 'atr',
  title: 'Average True Range',
  group: 'volatility',
  pane: 'own',
  summary: 'Mean distance that the price covers in a bar, gaps included.',
  inputs: [
    { name: 'high', source: 'high' },
    { name: 'low', source: 'low' },
    { name: 'close', source: 'close' },
  ],
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(atr.params, params);
    const [timePeriod = NaN] = params;
    return new AtrStream(timePeriod);
  },
};

class AtrStream implements IndicatorStream {
  private readonly average: SeededAverage;
  private previousClose = NaN;
  private hasStarted = false;

  constructor(timePeriod: number) {
    this.average = new SeededAverage(timePeriod, 1 / timePeriod);
  }

  next(row: Float64Array, out: Float64Array): void {
    const high = row[0]!;
    const low = row[1]!;
    const previous = this.previousClose;
    if (this.hasStarted) {
      const range = Math.max(high - low, Math.abs(high - previous), Math.abs(low - previous));
      out[0] = this.average.push(range);
    } else {
      this.hasStarted = !Number.isNaN(high + low + row[2]!);
      out[0] = NaN;
    }
    if (this.hasStarted) this.previousClose = row[2]!;
  }
}
