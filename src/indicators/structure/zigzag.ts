import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { turningPoints } from '../graph/structure-kernels';

/**
 * ZigZag: the last turning point that is confirmed, and the extreme since. A turn is confirmed when the price
 * has moved some percent away from it. Never repaints: a value at a bar is what was known at its close.
 *
 * @param high       quote currency per unit, oldest first; `low` alike
 * @param deviation  reversal that confirms a turn, percent of the turning point, in `[0.001, 100]`, 5 when
 *                   omitted
 * @returns          `pivot`, price of the last confirmed turn; `extreme`, highest high or lowest low since;
 *                   `direction` of the leg that began there: 1 up, -1 down, 0 before the first turn; `age`,
 *                   bars from the turn's own bar to this one; no warm-up
 *
 * Charts elsewhere draw the last leg to the running extreme and so change afterwards: that point is `extreme`
 * here. A bar that extends its leg confirms no turn, as the order of its high and low is not known; a turn
 * needs a later bar. Before the first turn `pivot` is the lowest low and `extreme` the highest high so far;
 * of a first bar that would confirm both, the rise counts. A bar with a price that is NaN or infinite is left
 * out: its row is NaN, and only `age` goes on.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Merrill, Filtered Waves, 1977
 */
export const zigzag: Indicator = {
  name: 'zigzag',
  title: 'ZigZag',
  group: 'structure',
  pane: 'price',
  summary: 'Last confirmed turning point, and the extreme since; never repaints.',
  inputs: prices('high', 'low'),
  params: [real('deviation', 5, { min: 0.001, max: 100 })],
  outputs: [
    { name: 'pivot', kind: 'real', style: 'line' },
    { name: 'extreme', kind: 'real', style: 'dashed' },
    { name: 'direction', kind: 'integer', style: 'line' },
    { name: 'age', kind: 'integer', style: 'line' },
  ],
  unstable: false,
  lookback: () => 0,
  graph: ([high, low], [deviation = NaN]) => turningPoints(high!, low!, deviation / 100),
  stream(params) {
    checkParameters(zigzag.params, params);
    const [deviation = NaN] = params;
    return new ZigzagStream(deviation / 100);
  },
};

class ZigzagStream extends FullRowStream {
  private readonly share: number;
  private direction = 0;
  /** Before the first turn the lowest low and the highest high. */
  private pivot = Infinity;
  private extreme = -Infinity;
  private pivotAge = 0;
  private extremeAge = 0;

  constructor(share: number) {
    super();
    this.share = share;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const high = row[0]!;
    const low = row[1]!;
    this.pivotAge++;
    this.extremeAge++;
    if (!Number.isFinite(high) || !Number.isFinite(low)) {
      out.fill(NaN);
      return;
    }
    if (this.direction === 0) this.search(high, low);
    else this.follow(high, low);
    out[0] = this.pivot;
    out[1] = this.extreme;
    out[2] = this.direction;
    out[3] = this.pivotAge;
  }

  private search(high: number, low: number): void {
    if (this.hasRisen(high, this.pivot)) this.turn(1, this.pivot, this.pivotAge, high);
    else if (this.hasFallen(low, this.extreme)) this.turn(-1, this.extreme, this.extremeAge, low);
    else {
      if (low < this.pivot) this.setPivot(low, 0);
      if (high > this.extreme) this.setExtreme(high);
    }
  }

  private follow(high: number, low: number): void {
    const isUp = this.direction > 0;
    const farthest = isUp ? high : low;
    if (isUp ? high > this.extreme : low < this.extreme) this.setExtreme(farthest);
    else if (isUp ? this.hasFallen(low, this.extreme) : this.hasRisen(high, this.extreme))
      this.turn(-this.direction, this.extreme, this.extremeAge, isUp ? low : high);
  }

  private turn(direction: number, pivot: number, age: number, extreme: number): void {
    this.direction = direction;
    this.setPivot(pivot, age);
    this.setExtreme(extreme);
  }

  private setPivot(price: number, age: number): void {
    this.pivot = price;
    this.pivotAge = age;
  }

  private setExtreme(price: number): void {
    this.extreme = price;
    this.extremeAge = 0;
  }

  private hasRisen(high: number, from: number): boolean {
    return high >= from + this.share * Math.abs(from);
  }

  private hasFallen(low: number, from: number): boolean {
    return low <= from - this.share * Math.abs(from);
  }
}
