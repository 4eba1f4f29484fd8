import { Delay } from '../primitives/delay';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowPeak } from '../primitives/window-peak';

/**
 * Stream of `fractals` and `swing_points`: the last swing high, a high above all of `left` bars before and
 * `right` bars after it, and the last swing low alike. Until there is one, the highest high and the lowest
 * low so far.
 */
export class SwingStream extends BlankedStream {
  private readonly tops: SwingSide;
  private readonly bottoms: SwingSide;

  constructor(left: number, right: number) {
    super(left + right);
    this.tops = new SwingSide('max', left, right);
    this.bottoms = new SwingSide('min', left, right);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.tops.push(row[0]!);
    this.bottoms.push(row[1]!);
    out[0] = this.tops.level;
    out[1] = this.bottoms.level;
  }
}

class SwingSide {
  level = NaN;
  private readonly sign: number;
  private readonly older: WindowPeak;
  private readonly newer: WindowPeak;
  /** What `older` had when the candidate came, and the candidate. */
  private readonly before: Delay;
  private readonly candidates: Delay;
  private isConfirmed = false;
  /** Rows that are still missing before the first whole window. */
  private missing: number;

  constructor(kind: 'max' | 'min', left: number, right: number) {
    this.sign = kind === 'max' ? 1 : -1;
    this.older = new WindowPeak(left, kind);
    this.newer = new WindowPeak(right, kind);
    this.before = new Delay(right + 1);
    this.candidates = new Delay(right);
    this.missing = left + right;
  }

  push(x: number): void {
    const older = this.before.push(this.older.push(x)) * this.sign;
    const newer = this.newer.push(x) * this.sign;
    const candidate = this.candidates.push(x);
    const signed = candidate * this.sign;
    const isWhole = this.missing === 0;
    if (!isWhole) this.missing--;
    if (isWhole && signed > older && signed > newer) {
      this.level = candidate;
      this.isConfirmed = true;
    } else if (!this.isConfirmed && !(x * this.sign <= this.level * this.sign)) this.level = x;
  }
}
