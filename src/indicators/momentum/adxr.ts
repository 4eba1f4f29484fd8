import { averagedIndex, averageDirectionalIndex } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AverageDirectionalIndex } from '../primitives/average-directional-index';
import { AveragedDirectionalIndex } from '../primitives/averaged-direction';
import { Delay } from '../primitives/delay';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Average Directional Movement Index Rating: mean of the ADX of a bar and of an earlier one.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  smoothing length of the ADX in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, 0 to 100; rows `0 .. 3 timePeriod - 3` are NaN (warm-up)
 *
 * The earlier bar is `timePeriod - 1` bars back, not `timePeriod`, as in TA-Lib. Bars without movement count
 * as in `adx`. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes
 * every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's takes Wilder's means from the plain means of the
 * first `timePeriod` rows, where TA-Lib takes sums of one row fewer; a bar without movement counts 0. It has no rating of its own;
 * this is the mean of its ADX here and `timePeriod - 1` bars back.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_ADXR`, no unstable period (tests/golden/talib/adxr.json)
 * @see TradingView, source of the built-in script `Directional Movement Index` (tests/golden/tradingview/adxr.json)
 */
export const adxr: Indicator = {
  name: 'adxr',
  title: 'Average Directional Movement Index Rating',
  group: 'momentum',
  pane: 'own',
  summary: 'Mean of two average directional indexes some bars apart.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => 3 * timePeriod - 2,
  stream(params) {
    checkParameters(adxr.params, params);
    const [timePeriod = NaN] = params;
    return new AdxrStream(new AverageDirectionalIndex(timePeriod), timePeriod);
  },
  graph(bars, [timePeriod = NaN]) {
    const index = averageDirectionalIndex(bars, timePeriod);
    return [index.plus(index.lag(timePeriod - 1)).times(0.5)];
  },
  tradingview: {
    lookback: ([timePeriod = NaN]) => 3 * timePeriod - 2,
    stream(params) {
      checkParameters(adxr.params, params);
      const [timePeriod = NaN] = params;
      return new AdxrStream(new AveragedDirectionalIndex(timePeriod), timePeriod);
    },
    graph(bars, [timePeriod = NaN]) {
      const index = wilderAverage(averagedIndex(bars, timePeriod), timePeriod);
      return [index.plus(index.lag(timePeriod - 1)).times(0.5)];
    },
  },
};

class AdxrStream extends FullRowStream {
  private readonly average: AverageDirectionalIndex | AveragedDirectionalIndex;
  private readonly past: Delay;

  constructor(average: AverageDirectionalIndex | AveragedDirectionalIndex, timePeriod: number) {
    super();
    this.average = average;
    this.past = new Delay(timePeriod - 1);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const value = this.average.push(row[0]!, row[1]!, row[2]!);
    out[0] = (value + this.past.push(value)) / 2;
  }
}
