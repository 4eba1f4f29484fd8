import { DirectionalIndicators } from '../primitives/directional-indicators';
import { FullRowStream } from '../primitives/full-row-stream';

/** Stream of `plus_di` and `minus_di`: one of the two directional indicators. */
export class DirectionalIndicatorStream extends FullRowStream {
  private readonly indicators: DirectionalIndicators;
  private readonly isPlus: boolean;

  constructor(timePeriod: number, side: 'plus' | 'minus') {
    super();
    this.indicators = new DirectionalIndicators(timePeriod);
    this.isPlus = side === 'plus';
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const { indicators } = this;
    const isWarm = indicators.push(row[0]!, row[1]!, row[2]!);
    out[0] = isWarm ? (this.isPlus ? indicators.plus : indicators.minus) : NaN;
  }
}
