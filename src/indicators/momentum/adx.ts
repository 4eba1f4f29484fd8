import { averagedIndex, averageDirectionalIndex } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AverageDirectionalIndex } from '../primitives/average-directional-index';
import { AveragedDirectionalIndex } from '../primitives/averaged-direction';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Average Directional Movement Index: the directional movement index, Wilder-smoothed.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  smoothing length in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, 0 to 100; rows `0 .. 2 timePeriod - 2` are NaN (warm-up)
 *
 * As in TA-Lib: the first value is the mean of the first `timePeriod` indexes, a bar counting 0 on which the
 * true range or the sum of both directional indicators is below 1e-14; a later such bar leaves the average
 * as it is. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes
 * every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's takes Wilder's means from the plain means of the
 * first `timePeriod` rows, where TA-Lib takes sums of one row fewer; a bar without movement counts 0.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_ADX`, no unstable period (tests/golden/talib/adx.json)
 * @see TradingView, source of the built-in script `Directional Movement Index` (tests/golden/tradingview/adx.json)
 */
export const adx: Indicator = {
  name: 'adx',
  title: 'Average Directional Movement Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Strength of a trend in either direction.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => 2 * timePeriod - 1,
  stream(params) {
    checkParameters(adx.params, params);
    const [timePeriod = NaN] = params;
    return new AdxStream(new AverageDirectionalIndex(timePeriod));
  },
  graph: (bars, [timePeriod = NaN]) => [averageDirectionalIndex(bars, timePeriod)],
  tradingview: {
    lookback: ([timePeriod = NaN]) => 2 * timePeriod - 1,
    stream(params) {
      checkParameters(adx.params, params);
      const [timePeriod = NaN] = params;
      return new AdxStream(new AveragedDirectionalIndex(timePeriod));
    },
    graph: (bars, [timePeriod = NaN]) => [wilderAverage(averagedIndex(bars, timePeriod), timePeriod)],
  },
};

class AdxStream extends FullRowStream {
  private readonly average: AverageDirectionalIndex | AveragedDirectionalIndex;

  constructor(average: AverageDirectionalIndex | AveragedDirectionalIndex) {
    super();
    this.average = average;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.average.push(row[0]!, row[1]!, row[2]!);
  }
}
