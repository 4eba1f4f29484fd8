import { changeBalance, windowSum } from '../graph/kernels';
import { ratio } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { isNearZero } from '../primitives/near-zero';
import { SmoothedChanges } from '../primitives/smoothed-changes';
import { WindowSum } from '../primitives/window-sum';

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
 * Convention: TA-Lib's by default. TradingView's sums rises and falls over the last `timePeriod`
 * rows, as Chande does; a window without movement gives 0, and a NaN counts while it is in the window.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande and Kroll, The New Technical Trader, 1994
 * @see TA-Lib 0.7.1 `TA_CMO`, default compatibility, no unstable period (tests/golden/talib/cmo.json)
 * @see TradingView, Pine Script reference manual v6, `ta.cmo` (tests/golden/tradingview/cmo.json)
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
  graph: ([real], [timePeriod = NaN]) => [changeBalance(real!, timePeriod)],
  tradingview: {
    lookback: ([timePeriod = NaN]) => timePeriod,
    stream(params) {
      checkParameters(cmo.params, params);
      const [timePeriod = NaN] = params;
      return new WindowCmoStream(timePeriod);
    },
    graph([real], [timePeriod = NaN]) {
      const change = real!.change();
      const gain = windowSum(change.max(0), timePeriod);
      const loss = windowSum(change.negated().max(0), timePeriod);
      return [ratio(gain.minus(loss), gain.plus(loss)).times(100)];
    },
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

class WindowCmoStream extends FullRowStream {
  private readonly gains: WindowSum;
  private readonly losses: WindowSum;
  /** Rows that are still missing for the first full window. */
  private missing: number;
  private previous = NaN;

  constructor(timePeriod: number) {
    super();
    this.gains = new WindowSum(timePeriod);
    this.losses = new WindowSum(timePeriod);
    this.missing = timePeriod + 1;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const change = row[0]! - this.previous;
    this.previous = row[0]!;
    // The first row has no change: the window that holds it is not full.
    const gain = this.gains.push(change > 0 ? change : 0 * change);
    const loss = this.losses.push(change < 0 ? -change : 0 * change);
    if (this.missing > 0) this.missing--;
    const movement = gain + loss;
    out[0] = this.missing > 0 ? NaN : movement === 0 ? 0 : 100 * ((gain - loss) / movement);
  }
}
