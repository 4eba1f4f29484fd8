/** How fast a stop closes in on the price: share of the distance per bar, at first, per new extreme, at most. */
export interface Acceleration {
  readonly start: number;
  readonly step: number;
  readonly max: number;
}

/** How a `ParabolicStop` begins and turns. */
export interface ParabolicRules {
  readonly long: Acceleration;
  readonly short: Acceleration;
  /** First stop: of a long where positive, of a short where negative; 0 takes both from the first two bars. */
  readonly start: number;
  /** Share of the stop by which it moves away from prices when the side changes. */
  readonly offset: number;
}

/**
 * Wilder's parabolic stop and reverse. It has its first value on the second row; a row with a NaN makes
 * every later value NaN.
 *
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 */
export class ParabolicStop {
  /** Whether the last stop was of a long position (below prices). */
  isLong = true;
  /** First share, step and largest share of either side. */
  private readonly longRules: Float64Array;
  private readonly shortRules: Float64Array;
  private readonly start: number;
  private readonly offset: number;
  private rows = 0;
  /** The bar before. */
  private high = NaN;
  private low = NaN;
  /** Stop of the next bar, best price of the position, share of their distance per bar. */
  private stop = NaN;
  private extreme = NaN;
  private factor = 0;

  constructor(rules: ParabolicRules) {
    this.longRules = withinMax(rules.long);
    this.shortRules = withinMax(rules.short);
    this.start = rules.start;
    this.offset = rules.offset;
  }

  /** Takes the next bar and returns its stop; NaN on the first. */
  push(high: number, low: number): number {
    if (this.rows === 1) this.begin(high, low);
    if (Number.isNaN(high + low)) this.stop = this.extreme = NaN;
    const level = this.rows === 0 ? NaN : this.advance(high, low);
    if (this.rows < 2) this.rows++;
    this.high = high;
    this.low = low;
    return level;
  }

  /** Takes the side from the direction of the second bar, and counts that bar as the one before itself. */
  private begin(high: number, low: number): void {
    const fall = this.low - low;
    this.isLong = this.start === 0 ? !(fall > 0 && fall > high - this.high) : this.start > 0;
    this.extreme = this.isLong ? high : low;
    const first = this.isLong ? this.low : this.high;
    this.stop = this.start === 0 ? first : Math.abs(this.start);
    this.factor = this.rules()[0]!;
    this.high = high;
    this.low = low;
  }

  private advance(high: number, low: number): number {
    if (this.isLong ? low <= this.stop : high >= this.stop) return this.reverse(high, low);
    const level = this.stop;
    if (this.isLong ? high > this.extreme : low < this.extreme) {
      const rules = this.rules();
      this.extreme = this.isLong ? high : low;
      this.factor = Math.min(this.factor + rules[1]!, rules[2]!);
    }
    this.moveFrom(level, high, low);
    return level;
  }

  private reverse(high: number, low: number): number {
    this.isLong = !this.isLong;
    let level = this.clear(this.extreme, high, low);
    if (this.offset !== 0) level += (this.isLong ? -level : level) * this.offset;
    this.extreme = this.isLong ? high : low;
    this.factor = this.rules()[0]!;
    this.moveFrom(level, high, low);
    return level;
  }

  private moveFrom(level: number, high: number, low: number): void {
    this.stop = this.clear(level + this.factor * (this.extreme - level), high, low);
  }

  /** A stop that neither this bar nor the one before has touched. */
  private clear(level: number, high: number, low: number): number {
    return this.isLong ? Math.min(level, this.low, low) : Math.max(level, this.high, high);
  }

  private rules(): Float64Array {
    return this.isLong ? this.longRules : this.shortRules;
  }
}

const withinMax = ({ start, step, max }: Acceleration): Float64Array =>
  Float64Array.of(Math.min(start, max), Math.min(step, max), max);
