import { ratio } from '../graph/blocks';
import { runningProduct } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import { begunWith } from '../graph/smoothing-kernels';
import { FullRowStream } from '../primitives/full-row-stream';
import { quotient } from '../primitives/quotient';

/** Bars whose volume fell, or rose. */
export type CountedVolumes = 'falling' | 'rising';

/** Stream of `nvi` and `pvi`: an index of the changes of a series on the bars whose volume fell, or rose. */
export class VolumeIndexStream extends FullRowStream {
  private readonly sign: number;
  private value: number;
  private previous = NaN;
  private volume = NaN;
  private hasPrevious = false;

  /**
   * @param counted  which volumes let the index follow the series
   * @param start    its first value
   */
  constructor(counted: CountedVolumes, start: number) {
    super();
    this.value = start;
    this.sign = counted === 'rising' ? 1 : -1;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    if (this.hasPrevious) this.value *= this.factor(row[0]!, row[1]!);
    this.previous = row[0]!;
    this.volume = row[1]!;
    this.hasPrevious = true;
    out[0] = this.value;
  }

  private factor(x: number, volume: number): number {
    const change = this.sign * (volume - this.volume);
    const factor = quotient(x, this.previous, 1);
    if (Number.isNaN(change + factor)) return NaN;
    return change > 0 ? factor : 1;
  }
}

/** The same as a series. */
export function volumeIndex(x: Series, volume: Series, counted: CountedVolumes, start: number): Series {
  const [before, last] = [x.lag(1), volume.lag(1)];
  const isCounted = counted === 'rising' ? volume.above(last) : volume.below(last);
  return runningProduct(begunWith(1, isCounted.pick(ratio(x, before, 1), 1)), start);
}
