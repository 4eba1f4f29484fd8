import { changeStrength } from '../graph/kernels';
import type { Convention } from '../convention';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { relativeStrength, SmoothedChanges } from '../primitives/smoothed-changes';

/**
 * Relative Strength Index: share of upward movement in all movement, Wilder-smoothed.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  smoothing length in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           0 to 100 (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Movement below 1e-14 gives 0, as in TA-Lib; otherwise a rally followed by flat bars would stay at 100 for
 * ever. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's has the same seeds and warm-up and differs only
 * where there are no falls, which gives 100 there even without rises, and in that tiny movement counts.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_RSI`, default compatibility, no unstable period (tests/golden/talib/rsi.json)
 * @see TradingView, source of the built-in script `Relative Strength Index` (tests/golden/tradingview/rsi.json)
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
    return new RsiStream(timePeriod, 'talib');
  },
  graph: ([real], [timePeriod = NaN]) => [changeStrength(real!, timePeriod, 'talib')],
  tradingview: {
    lookback: ([timePeriod = NaN]) => timePeriod,
    stream(params) {
      checkParameters(rsi.params, params);
      const [timePeriod = NaN] = params;
      return new RsiStream(timePeriod, 'tradingview');
    },
    graph: ([real], [timePeriod = NaN]) => [changeStrength(real!, timePeriod, 'tradingview')],
  },
};

class RsiStream extends FullRowStream {
  private readonly changes: SmoothedChanges;
  private readonly isTradingView: boolean;

  constructor(timePeriod: number, convention: Convention) {
    super();
    this.changes = new SmoothedChanges(timePeriod);
    this.isTradingView = convention === 'tradingview';
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.changes.push(row[0]!);
    out[0] = relativeStrength(this.changes, this.isTradingView ? 'tradingview' : 'talib');
  }
}
