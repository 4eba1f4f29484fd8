import type { Indicator, IndicatorStream } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';

/**
 * Average Price: mean of open, high, low and close.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     quote currency per unit; no warm-up
 *
 * A NaN in a row makes that row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_AVGPRICE` (tests/golden/talib/avgprice.json)
 */
export const avgprice: Indicator = {
  name: 'avgprice',
  title: 'Average Price',
  group: 'price_transform',
  pane: 'price',
  summary: 'Mean of open, high, low and close.',
  inputs: prices('open', 'high', 'low', 'close'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(avgprice.params, params);
    return new AvgpriceStream();
  },
  graph: ([open, high, low, close]) => [
    open!
      .plus(high!)
      .plus(low!)
      .plus(close!)
      .times(1 / 4),
  ],
};

class AvgpriceStream implements IndicatorStream {
  next(row: Float64Array, out: Float64Array): void {
    out[0] = (row[0]! + row[1]! + row[2]! + row[3]!) / 4;
  }
}
