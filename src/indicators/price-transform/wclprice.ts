import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';

/**
 * Weighted Close Price: mean of high, low and close, the close counted twice.
 *
 * @param high  quote currency per unit, oldest first; `low` and `close` alike
 * @returns     quote currency per unit; no warm-up
 *
 * A NaN in a row makes that row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_WCLPRICE` (tests/golden/talib/wclprice.json)
 */
export const wclprice: Indicator = {
  name: 'wclprice',
  title: 'Weighted Close Price',
  group: 'price_transform',
  pane: 'price',
  summary: 'Mean of high, low and close, the close counted twice.',
  inputs: prices('high', 'low', 'close'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(wclprice.params, params);
    return new WclpriceStream(3, 1);
  },
  graph: ([high, low, close]) => [
    high!
      .plus(low!)
      .plus(close!.times(2))
      .times(1 / 4),
  ],
};

class WclpriceStream extends ColumnStream {
  override take(
    [high, low, close]: readonly Column[],
    [y]: readonly Column[],
    from: number,
    to: number,
  ): void {
    for (let i = from; i < to; i++) y![i] = (high![i]! + low![i]! + 2 * close![i]!) / 4;
  }
}
