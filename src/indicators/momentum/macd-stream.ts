import type { Convention } from '../convention';
import type { IndicatorOutput } from '../indicator';
import { FullRowStream } from '../primitives/full-row-stream';
import type { Smoother } from '../primitives/moving-average';

/** Outputs of `macd`, `macdext` and `macdfix`. */
export const MACD_OUTPUTS: readonly IndicatorOutput[] = [
  { name: 'macd', kind: 'real', style: 'line' },
  { name: 'signal', kind: 'real', style: 'dashed' },
  { name: 'histogram', kind: 'real', style: 'histogram' },
];

/** An average and the rows of NaN before its first value. */
export interface MacdAverage {
  readonly smoother: Smoother;
  readonly lookback: number;
}

/**
 * Stream of `macd`, `macdext` and `macdfix`: a fast less a slow average, the average of that, and the
 * distance of the two. As in TA-Lib, the average that needs fewer rows begins later, so that both have their
 * first value on the same row; under TradingView's convention each begins on the first row.
 */
export class MacdStream extends FullRowStream {
  private readonly fast: Smoother;
  private readonly slow: Smoother;
  private readonly signal: Smoother;
  /** Rows before each average begins, before the line, and before the signal. */
  private readonly fastDelay: number;
  private readonly slowDelay: number;
  private readonly lineLookback: number;
  private readonly lookback: number;
  private rows = 0;

  constructor(fast: MacdAverage, slow: MacdAverage, signal: MacdAverage, convention: Convention = 'talib') {
    super();
    const isAligned = convention === 'talib';
    this.fast = fast.smoother;
    this.slow = slow.smoother;
    this.signal = signal.smoother;
    this.lineLookback = Math.max(fast.lookback, slow.lookback);
    this.fastDelay = isAligned ? this.lineLookback - fast.lookback : 0;
    this.slowDelay = isAligned ? this.lineLookback - slow.lookback : 0;
    this.lookback = this.lineLookback + signal.lookback;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const today = this.rows++;
    const fast = today < this.fastDelay ? NaN : this.fast.push(x);
    const slow = today < this.slowDelay ? NaN : this.slow.push(x);
    const line = fast - slow;
    const signal = today < this.lineLookback ? NaN : this.signal.push(line);
    const isWarm = today >= this.lookback;
    out[0] = isWarm ? line : NaN;
    out[1] = isWarm ? signal : NaN;
    out[2] = isWarm ? line - signal : NaN;
  }
}
