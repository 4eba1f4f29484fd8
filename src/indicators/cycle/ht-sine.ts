import { dominantPhase, lateCycle, phaseSines } from '../graph/cycle-kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters } from '../parameters';
import { LATE_LOOKBACK } from '../primitives/dominant-cycle';
import { DominantPhase, LEAD, sineOf } from '../primitives/dominant-phase';

/**
 * Hilbert Transform - SineWave: sine of the phase of the dominant cycle, and the same an eighth
 * of a cycle ahead.
 *
 * @param real  any unit, oldest first
 * @returns     `sine`, `leadSine` in `[-1, 1]`; rows 0 to 62 are NaN (warm-up)
 *
 * The two cross where the cycle turns.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Ehlers, Rocket Science for Traders, 2001
 * @see TA-Lib 0.7.1 `TA_HT_SINE` (tests/golden/talib/ht_sine.json)
 */
export const htSine: Indicator = {
  name: 'ht_sine',
  title: 'Hilbert Transform - SineWave',
  group: 'cycle',
  pane: 'own',
  summary: 'Sine of the phase of the cycle in prices, and the same an eighth of a cycle ahead.',
  inputs: REAL,
  params: [],
  outputs: [
    { name: 'sine', kind: 'real', style: 'line' },
    { name: 'leadSine', kind: 'real', style: 'dashed' },
  ],
  unstable: true,
  lookback: () => LATE_LOOKBACK,
  stream(params) {
    checkParameters(htSine.params, params);
    return new HtSineStream();
  },
  graph: ([real]) => phaseSines(dominantPhase(lateCycle(real!))).map((wave) => wave.from(LATE_LOOKBACK)),
};

class HtSineStream implements IndicatorStream {
  private readonly source = new DominantPhase();

  next(row: Float64Array, out: Float64Array): void {
    this.source.push(row[0]!);
    const isWarm = this.source.cycle.rows > LATE_LOOKBACK;
    out[0] = isWarm ? sineOf(this.source.phase) : NaN;
    out[1] = isWarm ? sineOf(this.source.phase + LEAD) : NaN;
  }
}
