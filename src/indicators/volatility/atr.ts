import { trueRange } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import { averageTrueRange } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AverageTrueRange } from '../primitives/average-true-range';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Average True Range: range of a bar including the gap from the close before, Wilder-smoothed.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  smoothing length in bars, integer in `[1, 100000]`, 14 when omitted
 * @returns           quote currency per unit, >= 0; rows `0 .. timePeriod - 1` are NaN (warm-up); the
 *                    first value is the mean of the first `timePeriod` true ranges
 *
 * With `timePeriod` 1 it is the true range itself, as in TA-Lib. Leading rows with a NaN are skipped:
 * warm-up begins at the first full row. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's counts the first bar too, with its own range:
 * the first value is one row earlier.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_ATR`, no unstable period (tests/golden/talib/atr.json)
 * @see TradingView, Pine Script reference manual v6, `ta.atr` (tests/golden/tradingview/atr.json)
 */
export const atr: Indicator = {
  name: 'atr',
  title: 'Average True Range',
  group: 'volatility',
  pane: 'own',
  summary: 'Mean distance that the price covers in a bar, gaps included.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(atr.params, params);
    const [timePeriod = NaN] = params;
    return new AtrStream(new AverageTrueRange(timePeriod));
  },
  graph([high, low, close], [timePeriod = NaN]) {
    return [wilderAverage(trueRange(high!, low!, close!), timePeriod)];
  },
  tradingview: {
    lookback: ([timePeriod = NaN]) => timePeriod - 1,
    stream(params) {
      checkParameters(atr.params, params);
      const [timePeriod = NaN] = params;
      return new AtrStream(new AverageTrueRange(timePeriod, 'tradingview'));
    },
    graph: (bars, [timePeriod = NaN]) => [averageTrueRange(bars, timePeriod, 'tradingview')],
  },
};

class AtrStream extends FullRowStream {
  private readonly average: AverageTrueRange;

  constructor(average: AverageTrueRange) {
    super();
    this.average = average;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.average.push(row[0]!, row[1]!, row[2]!);
  }
}
