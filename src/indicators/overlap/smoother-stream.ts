import type { Column } from '../../core/column';
import { ColumnStream } from '../column-stream';
import type { Smoother } from '../primitives/moving-average';

/** The stream of an indicator that is one average of one series. */
export class SmootherStream extends ColumnStream {
  private readonly smoother: Smoother;

  constructor(smoother: Smoother) {
    super(1, 1);
    this.smoother = smoother;
  }

  override take([x]: readonly Column[], [y]: readonly Column[], from: number, to: number): void {
    const { smoother } = this;
    for (let i = from; i < to; i++) y![i] = smoother.push(x![i]!);
  }
}
