import type { Indicator, IndicatorStream } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';

/**
 * Typical Price: mean of high, low and close.
 *
 * @param high  quote currency per unit, oldest first; `low` and `close` alike
 * @returns     quote currency per unit; no warm-up
 *
 * A NaN in a row makes that row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_TYPPRICE` (tests/golden/talib/typprice.json)
 */
export const typprice: Indicator = {
  name: 'typprice',
  title: 'Typical Price',
  group: 'price_transform',
  pane: 'price',
  summary: 'Mean of high, low and close.',
  inputs: prices('high', 'low', 'close'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(typprice.params, params);
    return new TyppriceStream();
  },
  graph: ([high, low, close]) => [
    high!
      .plus(low!)
      .plus(close!)
      .times(1 / 3),
  ],
};

class TyppriceStream implements IndicatorStream {
  next(row: Float64Array, out: Float64Array): void {
    out[0] = (row[0]! + row[1]! + row[2]!) / 3;
  }
}
