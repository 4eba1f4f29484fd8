import { dominantPhase, lateCycle } from '../graph/cycle-kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { LATE_LOOKBACK } from '../primitives/dominant-cycle';
import { DominantPhase } from '../primitives/dominant-phase';

/**
 * Hilbert Transform - Dominant Cycle Phase: how far the cycle in prices has come.
 *
 * @param real  any unit, oldest first
 * @returns     degrees in `(-45, 315]`; rows 0 to 62 are NaN (warm-up)
 *
 * 0 is where the cycle crosses its mean upwards.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Ehlers, Rocket Science for Traders, 2001
 * @see TA-Lib 0.7.1 `TA_HT_DCPHASE` (tests/golden/talib/ht_dcphase.json)
 */
export const htDcphase: Indicator = {
  name: 'ht_dcphase',
  title: 'Hilbert Transform - Dominant Cycle Phase',
  group: 'cycle',
  pane: 'own',
  summary: 'How far the cycle in prices has come, in degrees.',
  inputs: REAL,
  params: [],
  outputs: VALUE,
  unstable: true,
  lookback: () => LATE_LOOKBACK,
  stream(params) {
    checkParameters(htDcphase.params, params);
    return new HtDcphaseStream();
  },
  graph: ([real]) => [dominantPhase(lateCycle(real!)).from(LATE_LOOKBACK)],
};

class HtDcphaseStream implements IndicatorStream {
  private readonly source = new DominantPhase();

  next(row: Float64Array, out: Float64Array): void {
    this.source.push(row[0]!);
    out[0] = this.source.cycle.rows > LATE_LOOKBACK ? this.source.phase : NaN;
  }
}
