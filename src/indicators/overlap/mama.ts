import { mesaAverage } from '../graph/cycle-kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, real } from '../parameters';
import { EARLY_LOOKBACK } from '../primitives/dominant-cycle';
import { MesaAverage } from '../primitives/mesa-average';

const LIMITS = { min: 0.01, max: 0.99 } as const;

/**
 * MESA Adaptive Moving Average: exponential average whose weight is the fast limit over the degrees that
 * the phase of the dominant cycle has turned by, and a slower one of it with half the weight.
 *
 * @param real       any unit, oldest first
 * @param fastLimit  largest weight of a bar, in `[0.01, 0.99]`, 0.5 when omitted
 * @param slowLimit  smallest weight of a bar, in `[0.01, 0.99]`, 0.05 when omitted
 * @returns          `mama`, `fama` in the unit of `real`; rows 0 to 31 are NaN (warm-up)
 *
 * Both start from 0 at row 12, as in TA-Lib: the first values are still drawn towards 0 unless prices
 * moved fast. Where the in-phase part is exactly 0 the phase counts as 0. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, MESA Adaptive Moving Averages, Stocks & Commodities 19:10, 2001
 * @see TA-Lib 0.7.1 `TA_MAMA` (tests/golden/talib/mama.json)
 */
export const mama: Indicator = {
  name: 'mama',
  title: 'MESA Adaptive Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Average that adapts to the phase of the dominant cycle, and one that follows it.',
  inputs: REAL,
  params: [real('fastLimit', 0.5, LIMITS), real('slowLimit', 0.05, LIMITS)],
  outputs: [
    { name: 'mama', kind: 'real', style: 'line' },
    { name: 'fama', kind: 'real', style: 'dashed' },
  ],
  unstable: true,
  lookback: () => EARLY_LOOKBACK,
  stream(params) {
    checkParameters(mama.params, params);
    const [fastLimit = NaN, slowLimit = NaN] = params;
    return new MamaStream(fastLimit, slowLimit);
  },
  graph: ([x], [fastLimit = NaN, slowLimit = NaN]) => mesaAverage(x!, fastLimit, slowLimit),
};

class MamaStream implements IndicatorStream {
  private readonly average: MesaAverage;

  constructor(fastLimit: number, slowLimit: number) {
    this.average = new MesaAverage(fastLimit, slowLimit);
  }

  next(row: Float64Array, out: Float64Array): void {
    out[0] = this.average.push(row[0]!);
    out[1] = this.average.fama;
  }
}
