import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';

/**
 * Exponential Moving Average: each bar moves it by `2 / (timePeriod + 1)` of the distance.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  smoothing length in bars, integer in `[1, 100000]`, 30 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up); the first value is
 *                    the mean of the first `timePeriod` rows
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.6.4 `TA_EMA`, default compatibility, no unstable period (tests/golden/indicators.json)
 */
export const ema: Indicator = {
  name: 'ema',
  title: 'Exponential Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of all bars, recent ones weighing most.',
  inputs: REAL,
  params: [period('timePeriod', 1, 30)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(ema.params, params);
    const [timePeriod = NaN] = params;
    return new EmaStream(timePeriod);
  },
};

class EmaStream implements IndicatorStream {
  private readonly average: SeededAverage;
  private hasStarted = false;

  constructor(timePeriod: number) {
    this.average = new SeededAverage(timePeriod, emaWeight(timePeriod));
  }

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    this.hasStarted ||= !Number.isNaN(x);
    out[0] = this.hasStarted ? this.average.push(x) : NaN;
  }
}
