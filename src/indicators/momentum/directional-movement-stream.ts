import { DirectionalMovement } from '../primitives/directional-movement';
import { FullRowStream } from '../primitives/full-row-stream';
import { WilderAverage } from '../primitives/wilder-average';
import { WilderSum } from '../primitives/wilder-sum';

/** Rows before the first value of `plus_dm` and `minus_dm`: one bar is needed to compare with. */
export const directionalMovementLookback = (timePeriod: number): number => Math.max(1, timePeriod - 1);

/** Stream of `plus_dm` and `minus_dm`: one side of the directional movement, Wilder-summed. */
export class DirectionalMovementStream extends FullRowStream {
  private readonly movement = new DirectionalMovement();
  private readonly sum: WilderSum;
  private readonly isPlus: boolean;
  private readonly lookback: number;
  private rows = 0;

  constructor(timePeriod: number, side: 'plus' | 'minus') {
    super();
    this.sum = new WilderSum(timePeriod);
    this.isPlus = side === 'plus';
    this.lookback = directionalMovementLookback(timePeriod);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const { movement, sum } = this;
    movement.push(row[0]!, row[1]!);
    if (this.rows > 0) sum.push(this.isPlus ? movement.plus : movement.minus);
    out[0] = this.rows < this.lookback ? NaN : sum.value;
    this.rows++;
  }
}

/** One side of the directional movement, Wilder-averaged: TradingView's convention. */
export class AveragedMovementStream extends FullRowStream {
  private readonly movement = new DirectionalMovement();
  private readonly mean: WilderAverage;
  private readonly isPlus: boolean;
  private hasPrevious = false;

  constructor(timePeriod: number, side: 'plus' | 'minus') {
    super();
    this.mean = new WilderAverage(timePeriod);
    this.isPlus = side === 'plus';
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.movement.push(row[0]!, row[1]!);
    if (this.hasPrevious) this.mean.push(this.isPlus ? this.movement.plus : this.movement.minus);
    this.hasPrevious = true;
    out[0] = this.mean.value;
  }
}
