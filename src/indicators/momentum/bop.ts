import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { EPSILON } from '../primitives/near-zero';

/**
 * Balance Of Power: body of a bar as a fraction of its range.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     -1 (closed at the low, opened at the high) to 1 (no unit), no warm-up
 *
 * A range below 1e-14 (also a high below the low) gives 0, as in TA-Lib. A row with a NaN gives NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_BOP` (tests/golden/talib/bop.json)
 */
export const bop: Indicator = {
  name: 'bop',
  title: 'Balance Of Power',
  group: 'momentum',
  pane: 'own',
  summary: 'Body of a bar as a fraction of its range.',
  inputs: prices('open', 'high', 'low', 'close'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(bop.params, params);
    return new BopStream(4, 1);
  },
  graph([open, high, low, close]) {
    const range = high!.minus(low!);
    return [range.below(EPSILON).pick(0, close!.minus(open!).over(range))];
  },
};

class BopStream extends ColumnStream {
  override take(
    [open, high, low, close]: readonly Column[],
    [y]: readonly Column[],
    from: number,
    to: number,
  ): void {
    for (let i = from; i < to; i++) {
      const body = close![i]! - open![i]!;
      const range = high![i]! - low![i]!;
      y![i] = range < EPSILON && !Number.isNaN(body) ? 0 : body / range;
    }
  }
}
