import { accumulation } from '../graph/kernels';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Williams Accumulation/Distribution: running sum of how far each close is above the true low on a rise, or
 * below the true high on a fall. It takes no volume.
 *
 * @param high  quote currency per unit, oldest first; `low` and `close` alike
 * @returns     quote currency per unit, 0 on the first row, no warm-up
 *
 * A bar without change adds nothing. Leading rows with a NaN are skipped: the sum begins at the first full
 * row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Williams, as in Achelis, Technical Analysis from A to Z, 1995
 * @see tests/golden/beyond/wad.json
 */
export const wad: Indicator = {
  name: 'wad',
  title: 'Williams Accumulation/Distribution',
  group: 'volume',
  pane: 'own',
  summary: 'Running sum of how far closes are from their true lows and highs.',
  inputs: prices('high', 'low', 'close'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(wad.params, params);
    return new WadStream();
  },
  graph([high, low, close]) {
    const previous = close!.lag(1);
    const rise = close!.minus(low!.min(previous));
    const fall = close!.minus(high!.max(previous));
    const step = close!.above(previous).pick(rise, close!.below(previous).pick(fall, 0));
    return [accumulation(begunWith(0, step))];
  },
};

class WadStream extends FullRowStream {
  private value = 0;
  private previous = NaN;
  private hasPrevious = false;

  protected override take(row: Float64Array, out: Float64Array): void {
    if (this.hasPrevious) this.value += this.step(row[0]!, row[1]!, row[2]!);
    this.previous = row[2]!;
    this.hasPrevious = true;
    out[0] = this.value;
  }

  private step(high: number, low: number, close: number): number {
    const { previous } = this;
    if (close > previous) return close - Math.min(low, previous);
    if (close < previous) return close - Math.max(high, previous);
    return close === previous ? 0 : NaN;
  }
}
