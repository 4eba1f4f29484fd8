import { average, rangePosition } from '../graph/blocks';
import type { Convention } from '../convention';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { RangePosition } from '../primitives/range-position';

/**
 * Slow Stochastic: where the close lies between the lowest low and the highest high of the last
 * `fastKPeriod` bars, smoothed once (`k`) and twice (`d`).
 *
 * @param high         quote currency per unit, oldest first; `low` and `close` alike
 * @param fastKPeriod  bars of the window, integer in `[1, 100000]`, 5 when omitted
 * @param slowKPeriod  bars of the first average, integer in `[1, 100000]`, 3 when omitted; 1 does not smooth
 * @param slowKMaType  its type, 0 to 8 as in `ma-type.ts`, SMA when omitted
 * @param slowDPeriod  bars of the average of `k`, integer in `[1, 100000]`, 3 when omitted; 1 is `k` itself
 * @param slowDMaType  its type, SMA when omitted
 * @returns            `k`, `d` in percent; rows before the first value of `d` are NaN in both (warm-up)
 *
 * A window without range gives 0, as in TA-Lib. Leading rows with a NaN are skipped: warm-up begins at
 * the first full row. A later NaN makes the rows NaN whose windows hold it, with recursive averages (EMA
 * and its kin) every later row.
 *
 * Convention: TA-Lib's by default. Under TradingView's the types made of EMAs (ema, dema, tema, t3) start from
 * the first row, without warm-up; the others are the same.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Lane, Lane's Stochastics, Technical Analysis of Stocks and Commodities, 1984
 * @see TA-Lib 0.7.1 `TA_STOCH`, default compatibility, no unstable period (tests/golden/talib/stoch.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/stoch.json)
 */
export const stoch: Indicator = {
  name: 'stoch',
  title: 'Stochastic',
  group: 'momentum',
  pane: 'own',
  summary: 'Where the close lies in the range of the last bars, smoothed once and twice.',
  inputs: prices('high', 'low', 'close'),
  params: [
    period('fastKPeriod', 1, 5),
    period('slowKPeriod', 1, 3),
    maTypeParameter('slowKMaType'),
    period('slowDPeriod', 1, 3),
    maTypeParameter('slowDMaType'),
  ],
  outputs: [
    { name: 'k', kind: 'real', style: 'dashed' },
    { name: 'd', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => new StochStream(params, 'talib'),
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => new StochStream(params, 'tradingview'),
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close]: readonly Series[],
  [fastK = NaN, slowK = NaN, kType = NaN, slowD = NaN, dType = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] | undefined {
  const k = average(maTypeOf(kType), rangePosition(high!, low!, close!, fastK), slowK, convention);
  const d = k && average(maTypeOf(dType), k, slowD, convention);
  return k && d && [k, d];
}

/** Rows before the first value of `d`. */
function lookback(params: readonly number[], convention: Convention): number {
  const [fastK = NaN, slowK = NaN, kType = NaN, slowD = NaN, dType = NaN] = params;
  return (
    fastK -
    1 +
    movingAverageLookback(maTypeOf(kType), slowK, convention) +
    movingAverageLookback(maTypeOf(dType), slowD, convention)
  );
}

class StochStream extends FullRowStream {
  private readonly position: RangePosition;
  private readonly first: Smoother;
  private readonly second: Smoother;
  private missing: number;

  constructor(params: readonly number[], convention: Convention) {
    super();
    checkParameters(stoch.params, params);
    const [fastK = NaN, slowK = NaN, kType = NaN, slowD = NaN, dType = NaN] = params;
    this.position = new RangePosition(fastK);
    this.first = movingAverage(maTypeOf(kType), slowK, convention);
    this.second = movingAverage(maTypeOf(dType), slowD, convention);
    this.missing = lookback(params, convention);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const k = this.first.push(this.position.push(row[0]!, row[1]!, row[2]!));
    const d = this.second.push(k);
    out[0] = this.missing > 0 ? NaN : k;
    out[1] = d;
    if (this.missing > 0) this.missing--;
  }
}
