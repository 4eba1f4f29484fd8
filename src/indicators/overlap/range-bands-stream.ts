import type { AverageTrueRange } from '../primitives/average-true-range';
import type { Smoother } from '../primitives/moving-average';
import { WarmUpStream } from '../primitives/warm-up-stream';

/** An average of the close, and some average true ranges on either side: `upper`, `middle`, `lower`. */
export class RangeBandsStream extends WarmUpStream {
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

  protected override absorb(row: Float64Array): void {
    this.middle = this.average.push(row[2]!);
    this.width = this.multiplier * this.range.push(row[0]!, row[1]!, row[2]!);
  }

  protected override write(out: Float64Array): void {
    out[0] = this.middle + this.width;
    out[1] = this.middle;
    out[2] = this.middle - this.width;
  }
}
