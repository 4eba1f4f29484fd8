/** Room above and below the values, pixels. */
export interface Padding {
  readonly top: number;
  readonly bottom: number;
}

/** Maps values to heights of a pane, linear or logarithmic; 0 is the pane's upper edge. */
export class ValueScale {
  readonly height: number;
  readonly log: boolean;
  /** Transformed values at the lower and the upper edge. */
  readonly #low: number;
  readonly #high: number;

  constructor(low: number, high: number, height: number, log: boolean) {
    this.#low = low;
    this.#high = high;
    this.height = height;
    this.log = log;
  }

  /** Value at the lower edge. */
  get min(): number {
    return this.#back(this.#low);
  }

  /** Value at the upper edge. */
  get max(): number {
    return this.#back(this.#high);
  }

  /** Pixels from the upper edge; NaN for NaN, and for values of zero and below on a log scale. */
  toY(value: number): number {
    const transformed = this.log ? Math.log(value) : value;
    return ((this.#high - transformed) / (this.#high - this.#low)) * this.height;
  }

  toValue(y: number): number {
    return this.#back(this.#high - (y / this.height) * (this.#high - this.#low));
  }

  /** Scaled around its middle (`factor` over 1 shows more) and moved by `shift` pixels, down when positive. */
  adjusted(factor: number, shift: number): ValueScale {
    const middle = (this.#low + this.#high) / 2;
    const half = ((this.#high - this.#low) / 2) * factor;
    const offset = (shift / this.height) * 2 * half;
    return new ValueScale(middle - half + offset, middle + half + offset, this.height, this.log);
  }

  #back(transformed: number): number {
    return this.log ? Math.exp(transformed) : transformed;
  }
}

/**
 * Scale on which `low` to `high` fills the pane between its paddings. A log scale falls back to a
 * linear one when `low` is not above zero; a single value gets room on both sides.
 */
export function fitScale(
  low: number,
  high: number,
  height: number,
  padding: Padding,
  log = false,
): ValueScale {
  const isLog = log && low > 0;
  let [a, b] = isLog ? [Math.log(low), Math.log(high)] : [low, high];
  if (!Number.isFinite(a) || !Number.isFinite(b)) [a, b] = isLog ? [-0.05, 0.05] : [0, 1];
  if (b - a < 1e-12 * Math.max(Math.abs(a), Math.abs(b), 1e-12)) {
    const room = isLog ? 0.01 : Math.max(Math.abs(a) * 0.01, 1e-9);
    [a, b] = [a - room, b + room];
  }
  const inner = Math.max(height - padding.top - padding.bottom, 8);
  const perPixel = (b - a) / inner;
  return new ValueScale(
    a - padding.bottom * perPixel,
    a - padding.bottom * perPixel + height * perPixel,
    height,
    isLog,
  );
}
