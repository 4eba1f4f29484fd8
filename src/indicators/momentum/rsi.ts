import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { SeededAverage } from '../primitives/seeded-average';

/** TA-Lib's zero test; without it a rally followed by flat bars would stay at 100 for ever. */
const NO_MOVEMENT = 1e-14;

/**
 * Relative Strength Index: share of upward movement in all movement, Wilder-smoothed.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  smoothing length in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           0 to 100 (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A window without movement gives 0, as in TA-Lib. Leading NaN are skipped: warm-up begins at the
 * first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.6.4 `TA_RSI`, default compatibility, no unstable period (tests/golden/indicators.json)
 */
export const rsi: Indicator = {
  name: 'rsi',
  title: 'Relative Strength Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Share of upward movement in all movement, 0 to 100.',
  inputs: REAL,
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(rsi.params, params);
    const [timePeriod = NaN] = params;
    return new RsiStream(timePeriod);
  },
};

class RsiStream implements IndicatorStream {
  private readonly gain: SeededAverage;
  private readonly loss: SeededAverage;
  private previous = NaN;
  private hasStarted = false;

  constructor(timePeriod: number) {
    this.gain = new SeededAverage(timePeriod, 1 / timePeriod);
    this.loss = new SeededAverage(timePeriod, 1 / timePeriod);
  }

  next(row: Float64Array, out: Float64Array): void {
    const change = row[0]! - this.previous;
    this.previous = row[0]!;
    if (this.hasStarted) {
      // As Math.max(change, 0) and Math.max(-change, 0), without a branch on what nobody can predict.
      const size = Math.abs(change);
      out[0] = strength(this.gain.push((size + change) / 2), this.loss.push((size - change) / 2));
      return;
    }
    this.hasStarted = !Number.isNaN(this.previous);
    out[0] = NaN;
  }
}

function strength(gain: number, loss: number): number {
  const movement = gain + loss;
  return movement < NO_MOVEMENT ? 0 : (100 * gain) / movement;
}
