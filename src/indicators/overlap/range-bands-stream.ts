import type { AverageTrueRange } from '../primitives/average-true-range';
import type { Smoother } from '../primitives/moving-average';
import { BlankedStream } from '../primitives/blanked-stream';

/** An average of the close, and some average true ranges on either side: `upper`, `middle`, `lower`. */
export class RangeBandsStream extends BlankedStream {
  private readonly average: Smoother;
  private readonly range: AverageTrueRange;
  private readonly multiplier: number;
  private middle = NaN;
  private width = NaN;

  /**
   * @param lookback    rows before both have begun
   * @param multiplier  average true ranges to a band
   */
  constructor(
    lookback: number,
    { average, range, multiplier }: { average: Smoother; range: AverageTrueRange; multiplier: number },
  ) {
    super(lookback);
    this.average = average;
    this.range = range;
    this.multiplier = multiplier;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.middle = this.average.push(row[2]!);
    this.width = this.multiplier * this.range.push(row[0]!, row[1]!, row[2]!);
    out[0] = this.middle + this.width;
    out[1] = this.middle;
    out[2] = this.middle - this.width;
  }
}
