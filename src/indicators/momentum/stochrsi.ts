import { exactStrength } from '../graph/kernels';
import { average, rangePosition } from '../graph/blocks';
import type { Convention } from '../convention';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { RangePosition } from '../primitives/range-position';
import { relativeStrength, SmoothedChanges } from '../primitives/smoothed-changes';

/**
 * Stochastic Relative Strength Index: where the RSI lies between its lowest and its highest value of the
 * last `fastKPeriod` bars (`k`), and a moving average of that (`d`).
 *
 * @param real         any unit, oldest first
 * @param timePeriod   smoothing length of the RSI in bars, integer in `[2, 100000]`, 14 when omitted
 * @param fastKPeriod  bars of the window, integer in `[1, 100000]`, 5 when omitted
 * @param fastDPeriod  bars of the average, integer in `[1, 100000]`, 3 when omitted; 1 is `k` itself
 * @param fastDMaType  its type, 0 to 8 as in `ma-type.ts`, SMA when omitted
 * @returns            `k`, `d` in percent, `k` from 0 to 100; rows before the first value of `d` are NaN in
 *                     both (warm-up)
 *
 * A window in which the RSI does not move gives 0, as in TA-Lib; `fastKPeriod` 1 always does. Where it
 * should not move but is rounded (a steady rise), the result is rounding noise, as in TA-Lib. Leading NaN
 * are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. Under TradingView's `k` is smoothed as well, by the average
 * of `fastDPeriod` bars and its type, `d` is the same average of that, and the RSI is TradingView's.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande and Kroll, The New Technical Trader, 1994
 * @see TA-Lib 0.7.1 `TA_STOCHRSI`, default compatibility (tests/golden/talib/stochrsi.json)
 * @see TradingView, source of the built-in script `Stochastic RSI` (tests/golden/tradingview/stochrsi.json)
 */
export const stochrsi: Indicator = {
  name: 'stochrsi',
  title: 'Stochastic Relative Strength Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Where the RSI lies in its range of the last bars, with its average.',
  inputs: REAL,
  params: [
    period('timePeriod', 2, 14),
    period('fastKPeriod', 1, 5),
    period('fastDPeriod', 1, 3),
    maTypeParameter('fastDMaType'),
  ],
  outputs: [
    { name: 'k', kind: 'real', style: 'line' },
    { name: 'd', kind: 'real', style: 'line' },
  ],
  unstable: true,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => new StochrsiStream(params, 'talib'),
  graph([real], [timePeriod = NaN, fastK = NaN, fastD = NaN, dType = NaN]) {
    const strength = exactStrength(real!, timePeriod, 'talib');
    const k = rangePosition(strength, strength, strength, fastK);
    const d = average(maTypeOf(dType), k, fastD);
    return d && [k, d];
  },
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => new StochrsiStream(params, 'tradingview'),
    graph([real], [timePeriod = NaN, fastK = NaN, fastD = NaN, dType = NaN]) {
      const strength = exactStrength(real!, timePeriod, 'tradingview');
      const position = rangePosition(strength, strength, strength, fastK);
      const k = average(maTypeOf(dType), position, fastD, 'tradingview');
      const d = k && average(maTypeOf(dType), k, fastD, 'tradingview');
      return k && d && [k, d];
    },
  },
};

/** Rows before the first value of `d`. */
function lookback(params: readonly number[], convention: Convention): number {
  const [timePeriod = NaN, k = NaN, d = NaN, type = NaN] = params;
  const smoothing = movingAverageLookback(maTypeOf(type), d, convention);
  return timePeriod + k - 1 + (convention === 'tradingview' ? 2 * smoothing : smoothing);
}

class StochrsiStream extends FullRowStream {
  private readonly changes: SmoothedChanges;
  private readonly position: RangePosition;
  /** TradingView's smoothing of `k`. */
  private readonly inner: Smoother | null;
  private readonly average: Smoother;
  private readonly period: number;
  private readonly lookback: number;
  private rows = 0;

  constructor(params: readonly number[], convention: Convention) {
    super();
    checkParameters(stochrsi.params, params);
    const [timePeriod = NaN, k = NaN, d = NaN, type = NaN] = params;
    this.changes = new SmoothedChanges(timePeriod);
    this.position = new RangePosition(k);
    const isTradingView = convention === 'tradingview';
    this.inner = isTradingView ? movingAverage(maTypeOf(type), d, convention) : null;
    this.average = movingAverage(maTypeOf(type), d, convention);
    this.period = timePeriod;
    this.lookback = lookback(params, convention);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const today = this.rows++;
    this.changes.push(row[0]!);
    if (today < this.period) {
      out.fill(NaN);
      return;
    }
    const strength = relativeStrength(this.changes, this.inner ? 'tradingview' : 'talib');
    const position = this.position.push(strength, strength, strength);
    const k = this.inner ? this.inner.push(position) : position;
    const d = this.average.push(k);
    out[0] = today < this.lookback ? NaN : k;
    out[1] = d;
  }
}
