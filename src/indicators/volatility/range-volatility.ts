import type { BarColumn } from '../../core/bars';
import { windowSum } from '../graph/kernels';
import { notNegative } from '../graph/price-blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BARS_PER_YEAR } from '../primitives/annual';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

const PARAMS = [period('timePeriod', 1, 20), BARS_PER_YEAR];

/**
 * A volatility whose variance is the mean of one estimate a bar, made of the bar's own prices.
 *
 * @param about       its name, title and one-sentence summary
 * @param columns     prices that a bar's estimate is made of
 * @param varianceOf  the estimate, of a row of these prices
 * @param varianceSeries  the same of series
 */
export function rangeVolatility(
  about: Pick<Indicator, 'name' | 'title' | 'summary'>,
  columns: readonly BarColumn[],
  varianceOf: (row: Float64Array) => number,
  varianceSeries: (prices: readonly Series[]) => Series,
): Indicator {
  class RangeVolatilityStream extends BlankedStream {
    private readonly window: WindowSum;
    private readonly factor: number;
    private sum = NaN;

    constructor(timePeriod: number, barsPerYear: number) {
      super(timePeriod - 1);
      this.window = new WindowSum(timePeriod);
      this.factor = barsPerYear / timePeriod;
    }

    protected override compute(row: Float64Array, out: Float64Array): void {
      this.sum = this.window.push(varianceOf(row));
      out[0] = Math.sqrt(Math.max(0, this.sum * this.factor));
    }
  }
  return {
    ...about,
    group: 'volatility',
    pane: 'own',
    inputs: prices(...columns),
    params: PARAMS,
    outputs: VALUE,
    unstable: false,
    lookback: ([timePeriod = NaN]) => timePeriod - 1,
    stream(params) {
      checkParameters(PARAMS, params);
      const [timePeriod = NaN, barsPerYear = NaN] = params;
      return new RangeVolatilityStream(timePeriod, barsPerYear);
    },
    graph: (columnsOfPrices, [timePeriod = NaN, barsPerYear = NaN]) => [
      notNegative(windowSum(varianceSeries(columnsOfPrices), timePeriod, barsPerYear / timePeriod)).sqrt(),
    ],
  };
}
