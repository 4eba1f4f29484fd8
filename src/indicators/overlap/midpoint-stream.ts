import { FullRowStream } from '../primitives/full-row-stream';
import { WindowPeak } from '../primitives/window-peak';

/** Middle between the largest of one input and the smallest of another, or the same, over a window. */
export class MidpointStream extends FullRowStream {
  private readonly upper: number;
  private readonly lower: number;
  private readonly largest: WindowPeak;
  private readonly smallest: WindowPeak;
  /** Rows that are still missing for a full window. */
  private missing: number;

  /** @param inputs  positions of the inputs in a row */
  constructor(timePeriod: number, inputs: { readonly upper: number; readonly lower: number }) {
    super();
    this.upper = inputs.upper;
    this.lower = inputs.lower;
    this.largest = new WindowPeak(timePeriod, 'max');
    this.smallest = new WindowPeak(timePeriod, 'min');
    this.missing = timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const sum = this.largest.push(row[this.upper]!) + this.smallest.push(row[this.lower]!);
    if (this.missing > 0) this.missing--;
    out[0] = this.missing > 0 ? NaN : sum / 2;
  }
}
