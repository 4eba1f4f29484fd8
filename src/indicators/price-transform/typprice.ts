import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Indicator } from '../indicator';
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
    return new TyppriceStream(3, 1);
  },
  graph: ([high, low, close]) => [
    high!
      .plus(low!)
      .plus(close!)
      .times(1 / 3),
  ],
};

class TyppriceStream extends ColumnStream {
  override take(
    [high, low, close]: readonly Column[],
    [y]: readonly Column[],
    from: number,
    to: number,
  ): void {
    for (let i = from; i < to; i++) y![i] = (high![i]! + low![i]! + close![i]!) / 3;
  }
}
