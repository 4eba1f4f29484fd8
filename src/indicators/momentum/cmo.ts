import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { isNearZero } from '../primitives/near-zero';
import { SmoothedChanges } from '../primitives/smoothed-changes';

/**
 * Chande Momentum Oscillator: rises less falls in all movement, Wilder-smoothed.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  smoothing length in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, -100 to 100; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * As in TA-Lib, rises and falls are smoothed as in RSI (Chande sums them over a window), and movement below
 * 1e-14 gives 0. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later
 * row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande and Kroll, The New Technical Trader, 1994
 * @see TA-Lib 0.7.1 `TA_CMO`, default compatibility, no unstable period (tests/golden/talib/cmo.json)
 */
export const cmo: Indicator = {
  name: 'cmo',
  title: 'Chande Momentum Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Rises less falls as a percentage of all movement.',
  inputs: REAL,
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(cmo.params, params);
    const [timePeriod = NaN] = params;
    return new CmoStream(timePeriod);
  },
};

class CmoStream extends FullRowStream {
  private readonly changes: SmoothedChanges;

  constructor(timePeriod: number) {
    super();
    this.changes = new SmoothedChanges(timePeriod);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.changes.push(row[0]!);
    const { gain, loss } = this.changes;
    const movement = gain + loss;
    out[0] = isNearZero(movement) ? 0 : 100 * ((gain - loss) / movement);
  }
}
