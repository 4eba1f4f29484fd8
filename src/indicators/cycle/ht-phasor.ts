import { earlyCycle } from '../graph/cycle-kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters } from '../parameters';
import { DominantCycle, EARLY_LOOKBACK, EARLY_START } from '../primitives/dominant-cycle';

/**
 * Hilbert Transform - Phasor Components: the cycle in prices as a rotating arrow, its two parts.
 *
 * @param real  any unit, oldest first
 * @returns     `inPhase`, `quadrature` in the unit of `real`; rows 0 to 31 are NaN (warm-up)
 *
 * Both are of the price three bars ago, as in TA-Lib.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Ehlers, Rocket Science for Traders, 2001
 * @see TA-Lib 0.7.1 `TA_HT_PHASOR` (tests/golden/talib/ht_phasor.json)
 */
export const htPhasor: Indicator = {
  name: 'ht_phasor',
  title: 'Hilbert Transform - Phasor Components',
  group: 'cycle',
  pane: 'own',
  summary: 'The two parts of the cycle in prices, a quarter of a cycle apart.',
  inputs: REAL,
  params: [],
  outputs: [
    { name: 'inPhase', kind: 'real', style: 'line' },
    { name: 'quadrature', kind: 'real', style: 'dashed' },
  ],
  unstable: true,
  lookback: () => EARLY_LOOKBACK,
  stream(params) {
    checkParameters(htPhasor.params, params);
    return new HtPhasorStream();
  },
  graph([real]) {
    const { inPhase, quadrature } = earlyCycle(real!);
    return [inPhase.from(EARLY_LOOKBACK), quadrature.from(EARLY_LOOKBACK)];
  },
};

class HtPhasorStream implements IndicatorStream {
  private readonly cycle = new DominantCycle(EARLY_START);

  next(row: Float64Array, out: Float64Array): void {
    const { cycle } = this;
    cycle.push(row[0]!);
    const isWarm = cycle.rows > EARLY_LOOKBACK;
    out[0] = isWarm ? cycle.inPhase : NaN;
    out[1] = isWarm ? cycle.quadrature : NaN;
  }
}
