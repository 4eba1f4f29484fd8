/**
 * The parabolic stop and reverse as TradingView takes it. It has its first value on the second row; a row with
 * a NaN makes every later value NaN. Unlike Wilder's (`ParabolicStop`) it begins long where the second close is
 * above the first, moves before it is compared with the bar, and is kept off the last two bars before it.
 *
 * @see TradingView, Pine Script reference manual v6, `ta.sar`
 */
export class CloseSeededStop {
  private readonly start: number;
  private readonly step: number;
  private readonly max: number;
  private rows = 0;
  private isLong = false;
  private stop = NaN;
  /** Best price of the position, and share of its distance that the stop moves by. */
  private extreme = NaN;
  private factor = 0;
  /** The bar before, and the lows and highs of the one before that. */
  private high = NaN;
  private low = NaN;
  private close = NaN;
  private olderHigh = NaN;
  private olderLow = NaN;

  /** Shares of the distance per bar: at first, added with each new extreme, at most. */
  constructor(start: number, step: number, max: number) {
    this.start = start;
    this.step = step;
    this.max = max;
  }

  /** Takes the next bar and returns its stop; NaN on the first. */
  push(high: number, low: number, close: number): number {
    const level = this.rows === 0 ? NaN : this.advance(high, low, close);
    if (this.rows < 2) this.rows++;
    this.olderHigh = this.high;
    this.olderLow = this.low;
    this.high = high;
    this.low = low;
    this.close = close;
    return level;
  }

  private advance(high: number, low: number, close: number): number {
    if (Number.isNaN(high + low)) this.extreme = NaN;
    const isFirst = this.rows === 1;
    if (isFirst) this.begin(high, low, close);
    this.stop += this.factor * (this.extreme - this.stop);
    const isHit = this.isLong ? this.stop > low : this.stop < high;
    if (isHit) this.reverse(high, low);
    else if (!isFirst) this.follow(high, low);
    this.stop = this.clear(this.isLong, isFirst);
    return this.stop;
  }

  private begin(high: number, low: number, close: number): void {
    this.isLong = close > this.close;
    this.extreme = this.isLong ? high : low;
    this.stop = this.isLong ? this.low : this.high;
    this.factor = this.start;
  }

  private reverse(high: number, low: number): void {
    this.stop = this.isLong ? Math.max(high, this.extreme) : Math.min(low, this.extreme);
    this.isLong = !this.isLong;
    this.extreme = this.isLong ? high : low;
    this.factor = this.start;
  }

  private follow(high: number, low: number): void {
    if (this.isLong ? high <= this.extreme : low >= this.extreme) return;
    this.extreme = this.isLong ? high : low;
    this.factor = Math.min(this.factor + this.step, this.max);
  }

  private clear(isLong: boolean, isFirst: boolean): number {
    const nearest = isLong ? Math.min(this.stop, this.low) : Math.max(this.stop, this.high);
    if (isFirst) return nearest;
    return isLong ? Math.min(nearest, this.olderLow) : Math.max(nearest, this.olderHigh);
  }
}
