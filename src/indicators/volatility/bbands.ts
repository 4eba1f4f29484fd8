import type { Indicator, IndicatorStream } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { WindowMoments } from '../primitives/window-moments';

/** TA-Lib's zero test: a smaller variance counts as none. */
const NO_VARIANCE = 1e-14;
const DEVIATIONS = { kind: 'real', min: -3e37, max: 3e37, default: 2 } as const;

/**
 * Bollinger Bands: a simple moving average, and the population deviation of its window added and
 * taken away some times.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 5 when omitted
 * @param nbDevUp     deviations to the upper band, in `[-3e37, 3e37]`, 2 when omitted
 * @param nbDevDown   deviations to the lower band, in `[-3e37, 3e37]`, 2 when omitted
 * @returns           `upper`, `middle`, `lower` in the unit of `real`; rows `0 .. timePeriod - 2` are
 *                    NaN in all three (warm-up)
 *
 * A variance below 1e-14 counts as zero, as in TA-Lib. Leading NaN are skipped: warm-up begins at the
 * first number. A later NaN makes the rows NaN whose window holds it. No drift: a value depends on at
 * most the last `2 timePeriod` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Bollinger, Bollinger on Bollinger Bands, 2001
 * @see TA-Lib 0.6.4 `TA_BBANDS` with MA type SMA (tests/golden/indicators.json)
 */
export const bbands: Indicator = {
  name: 'bbands',
  title: 'Bollinger Bands',
  group: 'volatility',
  pane: 'price',
  summary: 'A moving average with a band of its deviation on either side.',
  inputs: REAL,
  params: [
    period('timePeriod', 2, 5),
    { name: 'nbDevUp', ...DEVIATIONS },
    { name: 'nbDevDown', ...DEVIATIONS },
  ],
  outputs: [
    { name: 'upper', kind: 'real', style: 'line' },
    { name: 'middle', kind: 'real', style: 'line' },
    { name: 'lower', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(bbands.params, params);
    const [timePeriod = NaN, up = NaN, down = NaN] = params;
    return new BbandsStream(timePeriod, up, down);
  },
};

class BbandsStream implements IndicatorStream {
  private readonly window: WindowMoments;
  private readonly up: number;
  private readonly down: number;
  /** Rows that are still missing for a full window. */
  private missing: number;
  private hasStarted = false;

  constructor(timePeriod: number, up: number, down: number) {
    this.window = new WindowMoments(timePeriod);
    this.missing = timePeriod;
    this.up = up;
    this.down = down;
  }

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    this.hasStarted ||= !Number.isNaN(x);
    if (this.hasStarted) {
      this.window.push(x);
      if (this.missing > 0) this.missing--;
    }
    if (this.missing > 0) {
      out.fill(NaN);
      return;
    }
    const { mean, variance } = this.window;
    const deviation = variance < NO_VARIANCE ? 0 : Math.sqrt(variance);
    out[0] = mean + this.up * deviation;
    out[1] = mean;
    out[2] = mean - this.down * deviation;
  }
}
