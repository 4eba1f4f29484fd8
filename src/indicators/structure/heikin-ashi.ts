import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { bodyMiddle } from '../graph/structure-kernels';

/**
 * Heikin-Ashi bars: each closes at the mean of its four prices and opens in the middle of the body before it,
 * which smooths a trend into bars of one colour.
 *
 * @param open  quote currency per unit, oldest first; `high`, `low` and `close` alike
 * @returns     `open`, `high`, `low`, `close` in quote currency per unit; no warm-up: the first bar opens in
 *              the middle of its own body
 *
 * The prices are means, not prices that traded: fill no orders at them. Leading rows with a NaN are skipped.
 * A later NaN makes every later row NaN, as each open depends on the bar before.
 *
 * @throws BacktabError `length_mismatch`
 * @see Valcu, Using the Heikin-Ashi Technique, Stocks & Commodities 22:2, 2004
 */
export const heikinAshi: Indicator = {
  name: 'heikin_ashi',
  title: 'Heikin-Ashi',
  group: 'structure',
  pane: 'price',
  summary: 'Bars of mean prices, which show a trend in one colour.',
  inputs: prices('open', 'high', 'low', 'close'),
  params: [],
  outputs: [
    { name: 'open', kind: 'real', style: 'dashed' },
    { name: 'high', kind: 'real', style: 'upper' },
    { name: 'low', kind: 'real', style: 'lower' },
    { name: 'close', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: () => 0,
  graph([open, high, low, close]) {
    const mean = open!.plus(high!).plus(low!).plus(close!).over(4);
    const middle = bodyMiddle(open!, close!, mean);
    return [middle, high!.max(middle).max(mean), low!.min(middle).min(mean), mean];
  },
  stream(params) {
    checkParameters(heikinAshi.params, params);
    return new HeikinAshiStream();
  },
};

class HeikinAshiStream extends FullRowStream {
  private open = 0;
  private close = 0;
  private isFirst = true;

  protected override take(row: Float64Array, out: Float64Array): void {
    const [open, high, low, close] = [row[0]!, row[1]!, row[2]!, row[3]!];
    this.open = this.isFirst ? (open + close) / 2 : (this.open + this.close) / 2;
    this.close = (open + high + low + close) / 4;
    this.isFirst = false;
    out[0] = this.open;
    out[1] = Math.max(high, this.open, this.close);
    out[2] = Math.min(low, this.open, this.close);
    out[3] = this.close;
  }
}
