import { FullRowStream } from '../primitives/full-row-stream';
import { WilderAverage } from '../primitives/wilder-average';

/** Wilder's average of the one input. */
export class WilderStream extends FullRowStream {
  private readonly average: WilderAverage;

  constructor(timePeriod: number) {
    super();
    this.average = new WilderAverage(timePeriod);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.average.push(row[0]!);
  }
}
