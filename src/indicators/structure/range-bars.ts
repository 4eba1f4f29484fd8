import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { gridLine } from '../primitives/price-grid';
import { formingBar } from '../graph/structure-kernels';

/**
 * Range bars of closes: the bar that is being formed, all of them equally high when complete, and how many
 * were completed.
 *
 * @param close      quote currency per unit, oldest first
 * @param rangeSize  height of a complete bar in quote currency per unit, in `[1e-9, 1e9]`, 1 when omitted
 * @returns          `open`, `high`, `low`, `close` of the forming bar in quote currency per unit, and
 *                   `completed`, the bars that this close completed (>= 0); no warm-up
 *
 * A bar is complete as soon as it is `rangeSize` high; it ends there, and the next one begins at that price.
 * A close further away completes further bars in its direction, as if the price had passed every level
 * between. Each close counts as one trade: highs and lows are not used, as their order is not known. A close
 * within 1e-12 of itself from a level has reached it. A close that is NaN or infinite is left out: its row is
 * NaN, and the bar stays as it was.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Nicolellis, range bars, 1995 (bars of equal range that open where the last one closed)
 */
export const rangeBars: Indicator = {
  name: 'range_bars',
  title: 'Range Bars',
  group: 'structure',
  pane: 'price',
  summary: 'The forming bar of a chart whose bars all have the same height.',
  inputs: prices('close'),
  params: [real('rangeSize', 1, { min: 1e-9, max: 1e9 })],
  outputs: [
    { name: 'open', kind: 'real', style: 'dashed' },
    { name: 'high', kind: 'real', style: 'upper' },
    { name: 'low', kind: 'real', style: 'lower' },
    { name: 'close', kind: 'real', style: 'line' },
    { name: 'completed', kind: 'integer', style: 'histogram' },
  ],
  unstable: false,
  lookback: () => 0,
  graph([close], [rangeSize = NaN]) {
    const [open, high, low, completed] = formingBar(close!, rangeSize);
    return [open!, high!, low!, close!, completed!];
  },
  stream(params) {
    checkParameters(rangeBars.params, params);
    const [rangeSize = NaN] = params;
    return new RangeBarsStream(rangeSize);
  },
};

class RangeBarsStream extends FullRowStream {
  private readonly size: number;
  private open = 0;
  private high = -Infinity;
  private low = Infinity;

  constructor(rangeSize: number) {
    super();
    this.size = rangeSize;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const close = row[0]!;
    if (!Number.isFinite(close)) {
      out.fill(NaN);
      return;
    }
    out[4] = this.push(close);
    out[0] = this.open;
    out[1] = this.high;
    out[2] = this.low;
    out[3] = close;
  }

  /** Takes a price and returns the number of bars that it completes. */
  private push(x: number): number {
    if (this.low > this.high) return this.begin(x, x, 0);
    const rises = x > this.high ? gridLine(x, this.low, this.size, 'below') : 0;
    if (rises > 0) return this.begin(this.low + rises * this.size, x, rises);
    const falls = x < this.low ? -gridLine(x, this.high, this.size, 'above') : 0;
    if (falls > 0) return this.begin(this.high - falls * this.size, x, falls);
    this.high = Math.max(this.high, x);
    this.low = Math.min(this.low, x);
    return 0;
  }

  private begin(open: number, x: number, completed: number): number {
    this.open = open;
    this.high = Math.max(open, x);
    this.low = Math.min(open, x);
    return completed;
  }
}
