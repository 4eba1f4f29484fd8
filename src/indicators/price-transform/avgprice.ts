import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Indicator } from '../indicator';
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
    return new AvgpriceStream(4, 1);
  },
  graph: ([open, high, low, close]) => [
    open!
      .plus(high!)
      .plus(low!)
      .plus(close!)
      .times(1 / 4),
  ],
};

class AvgpriceStream extends ColumnStream {
  override take(
    [open, high, low, close]: readonly Column[],
    [y]: readonly Column[],
    from: number,
    to: number,
  ): void {
    for (let i = from; i < to; i++) y![i] = (open![i]! + high![i]! + low![i]! + close![i]!) / 4;
  }
}
