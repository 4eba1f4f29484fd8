import { isNearZero as isZero, trueRange } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import type { Convention } from '../convention';
import { averageTrueRange } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AverageTrueRange } from '../primitives/average-true-range';
import { FullRowStream } from '../primitives/full-row-stream';
import { isNearZero } from '../primitives/near-zero';

/**
 * Normalized Average True Range: the average true range in percent of the close.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  smoothing length in bars, integer in `[1, 100000]`, 14 when omitted
 * @returns           percent; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * As in TA-Lib: with `timePeriod` 1 it is the true range itself, in quote currency and not in percent; a
 * close nearer to zero than 1e-14 gives 0 (TA-Lib leaves such rows after the first unset). Leading rows
 * with a NaN are skipped: warm-up begins at the first full row. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. Under TradingView's it is made of that ATR, which counts the
 * first bar and so is one row earlier, and `timePeriod` 1 gives percent as well.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Forman, Cross-Market Evaluations with Normalized Average True Range, 2006
 * @see TA-Lib 0.7.1 `TA_NATR`, no unstable period (tests/golden/talib/natr.json)
 * @see TradingView, Pine Script reference manual v6, `ta.atr` (tests/golden/tradingview/natr.json)
 */
export const natr: Indicator = {
  name: 'natr',
  title: 'Normalized Average True Range',
  group: 'volatility',
  pane: 'own',
  summary: 'Average true range in percent of the close.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(natr.params, params);
    const [timePeriod = NaN] = params;
    return new NatrStream(timePeriod, 'talib');
  },
  graph([high, low, close], [timePeriod = NaN]) {
    const range = wilderAverage(trueRange(high!, low!, close!), timePeriod);
    const percent = isZero(close!).pick(0, range.over(close!).times(100));
    return [timePeriod === 1 ? range : percent];
  },
  tradingview: {
    lookback: ([timePeriod = NaN]) => timePeriod - 1,
    stream(params) {
      checkParameters(natr.params, params);
      const [timePeriod = NaN] = params;
      return new NatrStream(timePeriod, 'tradingview');
    },
    graph(bars, [timePeriod = NaN]) {
      const [, , close] = bars;
      const range = averageTrueRange(bars, timePeriod, 'tradingview');
      return [isZero(close!).pick(0, range.over(close!).times(100))];
    },
  },
};

class NatrStream extends FullRowStream {
  private readonly average: AverageTrueRange;
  private readonly isPlain: boolean;

  constructor(timePeriod: number, convention: Convention) {
    super();
    this.average = new AverageTrueRange(timePeriod, convention);
    this.isPlain = timePeriod === 1 && convention === 'talib';
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const close = row[2]!;
    const range = this.average.push(row[0]!, row[1]!, close);
    out[0] = this.isPlain || Number.isNaN(range) ? range : isNearZero(close) ? 0 : (range / close) * 100;
  }
}
