import type { Indicator } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters } from '../parameters';
import { Delay } from '../primitives/delay';
import { isFlat } from '../primitives/flat';
import { square } from '../primitives/square';
import { logRatio } from '../primitives/returns';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';
import { LaggedSquares } from './lagged-squares';
import { windowMoments, windowSum } from '../graph/kernels';
import { series, type Series } from '../graph/series';
import { isFlatWindow, logRatios } from '../graph/statistic-blocks';

/**
 * Variance ratio: variance of the returns over `lag` bars over `lag` times that of the returns over one. 1 for
 * a random walk, above it where moves go on, below it where they turn back.
 *
 * @param real        prices above zero, oldest first; returns are logarithmic
 * @param timePeriod  returns of the window, integer in `[40, 100000]`, 100 when omitted
 * @param lag         bars of the longer return, integer in `[2, 32]`, 4 when omitted
 * @returns           `ratio` (no unit); `statistic`, standard normal for a random walk of even variance, and
 *                    `robust`, the same whatever the variance does (beyond ±1.96 it is none at 5 %); rows
 *                    `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Returns overlap, and both variances are corrected for bias. A window whose returns deviate by 1e-14 or less
 * has a ratio of 1 and statistics of 0; `robust` is 0 too where no two moves are within `lag` bars of each
 * other. A row costs O(lag), whatever the period. Leading NaN are skipped: warm-up begins at the first number. A later
 * NaN, or a price that is not above zero, makes the rows NaN whose window holds a return with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Lo and MacKinlay, Stock Market Prices Do Not Follow Random Walks, Review of Financial Studies, 1988
 * @see arch 8.0.0 `VarianceRatio` (tests/golden/beyond/variance_ratio.json)
 */
export const varianceRatio: Indicator = {
  name: 'variance_ratio',
  title: 'Variance Ratio (Lo-MacKinlay)',
  group: 'statistic',
  pane: 'own',
  summary: 'Whether moves go on (above 1) or turn back (below), and how surely.',
  inputs: REAL,
  params: [
    { name: 'timePeriod', kind: 'integer', min: 40, max: 100_000, default: 100 },
    { name: 'lag', kind: 'integer', min: 2, max: 32, default: 4 },
  ],
  outputs: [
    { name: 'ratio', kind: 'real', style: 'line' },
    { name: 'statistic', kind: 'real', style: 'dashed' },
    { name: 'robust', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  graph([real], [n = NaN, q = NaN]) {
    const moves = logRatios(real!, 1);
    const short = windowMoments(moves, n);
    const long = windowMoments(logRatios(real!, q), n - q + 1);
    const offset = long.mean.minus(short.mean.times(q));
    const ofMany = long.variance.plus(offset.times(offset)).over(q * (1 - q / n));
    const ratio = ofMany.over(short.variance.times(n).over(n - 1));
    const distance = ratio.minus(1).times(Math.sqrt(n));
    const all = short.variance.times(n);
    const robust = weightedSquares(moves, short.mean, n, q).times(n).over(all.times(all));
    const isStill = isFlatWindow(short.variance, 1);
    return [
      isStill.pick(1, ratio),
      isStill.pick(0, distance.over(Math.sqrt((2 * (2 * q - 1) * (q - 1)) / (3 * q)))),
      isStill.or(robust.atMost(0)).pick(0, distance.over(robust.sqrt())),
    ];
  },
  stream(params) {
    checkParameters(varianceRatio.params, params);
    const [timePeriod = NaN, lag = NaN] = params;
    return new VarianceRatioStream(timePeriod, lag);
  },
};

/** Sum of the products of squared returns some bars apart, about their mean, each distance with its weight. */
function weightedSquares(moves: Series, mean: Series, n: number, q: number): Series {
  let sum = series(moves.graph, 0);
  for (let k = 1; k < q; k++) {
    const past = moves.lag(k);
    const product = moves.times(past);
    const both = moves.plus(past);
    const terms = [
      both.times(-2),
      both.times(both).plus(product.times(2)),
      product.times(-2).times(both),
      product.times(product),
    ];
    const polynomial = terms.reduce(
      (value, term) => value.times(mean).plus(windowSum(term, n - k)),
      series(moves.graph, n - k),
    );
    sum = sum.plus(polynomial.times(square(2 * (1 - k / q))));
  }
  return sum;
}

class VarianceRatioStream extends BlankedStream {
  private readonly short: WindowMoments;
  private readonly long: WindowMoments;
  private readonly delay: Delay;
  /** Of the returns 1, 2, ... `lag - 1` bars apart. */
  private readonly apart: readonly LaggedSquares[];
  /** Ring of the last returns. */
  private readonly returns: Float64Array;
  private readonly period: number;
  private readonly lag: number;
  private taken = 0;
  private last = NaN;

  constructor(timePeriod: number, lag: number) {
    super(timePeriod);
    this.short = new WindowMoments(timePeriod);
    this.long = new WindowMoments(timePeriod - lag + 1);
    this.delay = new Delay(lag);
    this.apart = Array.from({ length: lag - 1 }, (_, i) => new LaggedSquares(timePeriod - 1 - i));
    this.returns = new Float64Array(lag);
    this.period = timePeriod;
    this.lag = lag;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    const { short, long, period: n, lag: q } = this;
    if (isFlat(short.variance, 1)) {
      out.fill(0);
      out[0] = 1;
      return;
    }
    const ofOne = (short.variance * n) / (n - 1);
    // The mean of the long returns is that of the short ones, not their own.
    const offset = long.mean - q * short.mean;
    const ofMany = (long.variance + offset * offset) / (q * (1 - q / n));
    const ratio = ofMany / ofOne;
    const distance = (ratio - 1) * Math.sqrt(n);
    const robust = this.robustVariance();
    out[0] = ratio;
    out[1] = distance / Math.sqrt((2 * (2 * q - 1) * (q - 1)) / (3 * q));
    out[2] = robust <= 0 ? 0 : distance / Math.sqrt(robust);
  }

  private absorb(row: Float64Array): void {
    const x = row[0]!;
    const past = this.delay.push(x);
    if (this.taken > 0) this.takeReturn(logRatio(x, this.last));
    if (this.taken >= this.lag) this.long.push(logRatio(x, past));
    this.taken++;
    this.last = x;
  }

  private takeReturn(move: number): void {
    const { returns, apart, lag, taken } = this;
    this.short.push(move);
    for (let k = 1; k < lag && k < taken; k++) {
      apart[k - 1]!.push(move, returns[(taken - k) % lag]!);
    }
    returns[taken % lag] = move;
  }

  /** Variance of the ratio, times `n`, when that of the returns may change. */
  private robustVariance(): number {
    const { short, apart, period: n, lag: q } = this;
    const all = short.variance * n;
    let sum = 0;
    for (let k = 1; k < q; k++) {
      const weight = 2 * (1 - k / q);
      sum += weight * weight * apart[k - 1]!.product(short.mean);
    }
    return (n * sum) / (all * all);
  }
}
