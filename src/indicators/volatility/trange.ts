import { trueRange } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { TrueRange } from '../primitives/true-range';

/**
 * True Range: range of a bar including the gap from the close before.
 *
 * @param high  quote currency per unit, oldest first; `low` and `close` alike
 * @returns     quote currency per unit, >= 0; the first row is NaN (warm-up)
 *
 * Leading rows with a NaN are skipped: warm-up is the first full row. A later NaN in `high` or `low` makes its row
 * NaN, one in `close` the row after it.
 *
 * TradingView's `ta.tr` is the same.
 *
 * @throws BacktabError `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_TRANGE` (tests/golden/talib/trange.json)
 */
export const trange: Indicator = {
  name: 'trange',
  title: 'True Range',
  group: 'volatility',
  pane: 'own',
  summary: 'Distance that the price covers in a bar, gaps included.',
  inputs: prices('high', 'low', 'close'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 1,
  stream(params) {
    checkParameters(trange.params, params);
    return new TrangeStream();
  },
  graph: ([high, low, close]) => [trueRange(high!, low!, close!)],
};

class TrangeStream extends FullRowStream {
  private readonly range = new TrueRange();

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.range.push(row[0]!, row[1]!, row[2]!);
  }
}
