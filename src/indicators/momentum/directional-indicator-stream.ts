import { AveragedDirection } from '../primitives/averaged-direction';
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

/** The same under TradingView's convention. */
export class AveragedIndicatorStream extends FullRowStream {
  private readonly direction: AveragedDirection;
  private readonly isPlus: boolean;
  private missing: number;

  constructor(timePeriod: number, side: 'plus' | 'minus') {
    super();
    this.direction = new AveragedDirection(timePeriod);
    this.isPlus = side === 'plus';
    this.missing = timePeriod + 1;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const { direction } = this;
    direction.push(row[0]!, row[1]!, row[2]!);
    if (this.missing > 0) this.missing--;
    out[0] = this.missing > 0 ? NaN : this.isPlus ? direction.plus : direction.minus;
  }
}
