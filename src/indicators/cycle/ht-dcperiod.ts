import { earlyCycle } from '../graph/cycle-kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { DominantCycle, EARLY_LOOKBACK, EARLY_START } from '../primitives/dominant-cycle';

/**
 * Hilbert Transform - Dominant Cycle Period: length of the cycle that prices follow.
 *
 * @param real  any unit, oldest first
 * @returns     bars, up to 50; rows 0 to 31 are NaN (warm-up)
 *
 * The length is smoothed from 0 at row 12, so that it takes some dozens of rows to settle.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Ehlers, Rocket Science for Traders, 2001
 * @see TA-Lib 0.7.1 `TA_HT_DCPERIOD` (tests/golden/talib/ht_dcperiod.json)
 */
export const htDcperiod: Indicator = {
  name: 'ht_dcperiod',
  title: 'Hilbert Transform - Dominant Cycle Period',
  group: 'cycle',
  pane: 'own',
  summary: 'Length in bars of the cycle that prices follow.',
  inputs: REAL,
  params: [],
  outputs: VALUE,
  unstable: true,
  lookback: () => EARLY_LOOKBACK,
  stream(params) {
    checkParameters(htDcperiod.params, params);
    return new HtDcperiodStream();
  },
  graph: ([real]) => [earlyCycle(real!).length.from(EARLY_LOOKBACK)],
};

class HtDcperiodStream implements IndicatorStream {
  private readonly cycle = new DominantCycle(EARLY_START);

  next(row: Float64Array, out: Float64Array): void {
    const { cycle } = this;
    cycle.push(row[0]!);
    out[0] = cycle.rows > EARLY_LOOKBACK ? cycle.smoothPeriod : NaN;
  }
}
