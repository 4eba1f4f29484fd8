import type { IndicatorStream } from '../indicator';
import type { Smoother } from '../primitives/moving-average';

/** The stream of an indicator that is one average of one series. */
export class SmootherStream implements IndicatorStream {
  private readonly smoother: Smoother;

  constructor(smoother: Smoother) {
    this.smoother = smoother;
  }

  next(row: Float64Array, out: Float64Array): void {
    out[0] = this.smoother.push(row[0]!);
  }
}
