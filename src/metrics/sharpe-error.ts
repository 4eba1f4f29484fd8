/** A Sharpe ratio per bar and the shape of the returns behind it. */
export interface SharpeSample {
  /** Per bar, not annualised. */
  readonly sharpe: number;
  /** Number of returns. */
  readonly count: number;
  readonly skew: number;
  /** 3 for a normal distribution. */
  readonly kurtosis: number;
}

/**
 * Standard error of a Sharpe ratio whose returns are skewed and fat-tailed:
 * `sqrt((1 - skew * s + (kurtosis - 1) / 4 * s²) / (count - 1))`, per bar.
 *
 * @param sample  the ratio per bar and the moments of its returns
 * @returns       per bar; NaN for fewer than two returns
 * @see Lo, The Statistics of Sharpe Ratios, Financial Analysts Journal, 2002 (normal returns)
 * @see Mertens, Comments on Variance of the IID Estimator in Lo (2002), 2002
 */
export function sharpeError({ sharpe, count, skew, kurtosis }: SharpeSample): number {
  const variance = 1 - skew * sharpe + ((kurtosis - 1) / 4) * sharpe * sharpe;
  return count > 1 ? Math.sqrt(Math.max(0, variance) / (count - 1)) : NaN;
}
