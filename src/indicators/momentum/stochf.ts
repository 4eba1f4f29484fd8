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
 * Fast Stochastic: where the close lies between the lowest low and the highest high of the last
 * `fastKPeriod` bars (`k`), and a moving average of that (`d`).
 *
 * @param high         quote currency per unit, oldest first; `low` and `close` alike
 * @param fastKPeriod  bars of the window, integer in `[1, 100000]`, 5 when omitted
 * @param fastDPeriod  bars of the average, integer in `[1, 100000]`, 3 when omitted; 1 is `k` itself
 * @param fastDMaType  its type, 0 to 8 as in `ma-type.ts`, SMA when omitted
 * @returns            `k`, `d` in percent, `k` from 0 to 100; rows before the first value of `d` are NaN in
 *                     both (warm-up)
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
 * @see TA-Lib 0.7.1 `TA_STOCHF`, default compatibility, no unstable period (tests/golden/talib/stochf.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/stochf.json)
 */
export const stochf: Indicator = {
  name: 'stochf',
  title: 'Stochastic Fast',
  group: 'momentum',
  pane: 'own',
  summary: 'Where the close lies in the range of the last bars, with its average.',
  inputs: prices('high', 'low', 'close'),
  params: [period('fastKPeriod', 1, 5), period('fastDPeriod', 1, 3), maTypeParameter('fastDMaType')],
  outputs: [
    { name: 'k', kind: 'real', style: 'line' },
    { name: 'd', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => new StochfStream(params, 'talib'),
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => new StochfStream(params, 'tradingview'),
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close]: readonly Series[],
  [fastK = NaN, fastD = NaN, dType = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] | undefined {
  const k = rangePosition(high!, low!, close!, fastK);
  const d = average(maTypeOf(dType), k, fastD, convention);
  return d && [k, d];
}

const lookback = ([k = NaN, d = NaN, type = NaN]: readonly number[], convention: Convention): number =>
  k - 1 + movingAverageLookback(maTypeOf(type), d, convention);

class StochfStream extends FullRowStream {
  private readonly position: RangePosition;
  private readonly average: Smoother;
  private missing: number;

  constructor(params: readonly number[], convention: Convention) {
    super();
    checkParameters(stochf.params, params);
    const [k = NaN, d = NaN, type = NaN] = params;
    this.position = new RangePosition(k);
    this.average = movingAverage(maTypeOf(type), d, convention);
    this.missing = lookback(params, convention);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const k = this.position.push(row[0]!, row[1]!, row[2]!);
    const d = this.average.push(k);
    out[0] = this.missing > 0 ? NaN : k;
    out[1] = d;
    if (this.missing > 0) this.missing--;
  }
}
