import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';

/**
 * Median Price: middle between high and low.
 *
 * @param high  quote currency per unit, oldest first; `low` alike
 * @returns     quote currency per unit; no warm-up
 *
 * A NaN in a row makes that row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MEDPRICE` (tests/golden/talib/medprice.json)
 */
export const medprice: Indicator = {
  name: 'medprice',
  title: 'Median Price',
  group: 'price_transform',
  pane: 'price',
  summary: 'Middle between high and low.',
  inputs: prices('high', 'low'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(medprice.params, params);
    return new MedpriceStream(2, 1);
  },
  graph: ([high, low]) => [high!.plus(low!).times(1 / 2)],
};

class MedpriceStream extends ColumnStream {
  override take([high, low]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
    for (let i = from; i < to; i++) y![i] = (high![i]! + low![i]!) / 2;
  }
}
