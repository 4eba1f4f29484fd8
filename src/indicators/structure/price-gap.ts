import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Gap: how far the range of a bar lies from the range of the bar before.
 *
 * @param high  quote currency per unit, oldest first; `low` alike
 * @returns     quote currency per unit: above 0 where the low is above the high before, below 0 where the high
 *              is below the low before, 0 where the ranges meet; row 0 is NaN (warm-up)
 *
 * Leading rows with a NaN are skipped. A later NaN makes its row and the next one NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Edwards and Magee, Technical Analysis of Stock Trends, 1948
 */
export const priceGap: Indicator = {
  name: 'price_gap',
  title: 'Price Gap',
  group: 'structure',
  pane: 'own',
  summary: 'Distance between the range of a bar and that of the bar before.',
  inputs: prices('high', 'low'),
  params: [],
  outputs: VALUE.map((output) => ({ ...output, style: 'histogram' })),
  unstable: false,
  lookback: () => 1,
  graph([high, low]) {
    const up = low!.minus(high!.lag(1));
    const down = low!.lag(1).minus(high!);
    return [up.above(0).pick(up, down.above(0).pick(down.negated(), 0))];
  },
  stream(params) {
    checkParameters(priceGap.params, params);
    return new PriceGapStream();
  },
};

class PriceGapStream extends FullRowStream {
  private high = NaN;
  private low = NaN;

  protected override take(row: Float64Array, out: Float64Array): void {
    const up = row[1]! - this.high;
    const down = this.low - row[0]!;
    const none = Number.isNaN(up + down) ? NaN : 0;
    out[0] = up > 0 ? up : down > 0 ? -down : none;
    this.high = row[0]!;
    this.low = row[1]!;
  }
}
