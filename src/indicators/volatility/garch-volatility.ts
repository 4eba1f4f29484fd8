import { filter } from '../graph/kernels';
import { logRatio as logOfRatio } from '../graph/price-blocks';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, real } from '../parameters';
import { BARS_PER_YEAR } from '../primitives/annual';
import { logRatio } from '../primitives/returns';
import { square } from '../primitives/square';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * GARCH(1,1) volatility with given coefficients: the forecast for the next bar from all returns so far,
 * `variance = omega + alpha * return² + beta * variance before`.
 *
 * @param real         prices above zero, oldest first; returns are logarithmic, with a mean of zero
 * @param omega        variance added at each bar, in `[0, 1]`, 2e-6 when omitted
 * @param alpha        weight of the last squared return, in `[0, 1]`, 0.1 when omitted
 * @param beta         weight of the variance before, in `[0, 1]`, 0.88 when omitted
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted; 1 gives the volatility of a bar
 * @returns            fraction a year, >= 0; row 0 is NaN (warm-up)
 *
 * With the defaults the variance of a bar returns to 1e-4 (1 % a bar). The variance before the first return is the
 * one that it returns to, `omega / (1 - alpha - beta)`; where `alpha + beta` is 1 or more there is none, and it is
 * the first squared return. Leading NaN are skipped: warm-up begins at the first number. A later NaN, or a price
 * that is not above zero, makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Bollerslev, Generalized Autoregressive Conditional Heteroskedasticity, Journal of Econometrics, 1986
 * @see arch 8.0.0 `GARCH` recursion (tests/golden/beyond/garch_volatility.json)
 */
export const garchVolatility: Indicator = {
  name: 'garch_volatility',
  title: 'GARCH(1,1) Volatility',
  group: 'volatility',
  pane: 'own',
  summary: 'Forecast of the volatility of the next bar by given GARCH coefficients.',
  inputs: REAL,
  params: [
    real('omega', 2e-6, { min: 0, max: 1 }),
    real('alpha', 0.1, { min: 0, max: 1 }),
    real('beta', 0.88, { min: 0, max: 1 }),
    BARS_PER_YEAR,
  ],
  outputs: VALUE,
  unstable: false,
  lookback: () => 1,
  stream(params) {
    checkParameters(garchVolatility.params, params);
    return new GarchStream(params);
  },
  graph([x], [omega = NaN, alpha = NaN, beta = NaN, barsPerYear = NaN]) {
    const change = logOfRatio(x!, x!.lag(1));
    const moved = change.times(change);
    const added = moved.times(alpha).plus(omega);
    const lost = 1 - alpha - beta;
    const first = lost > 0 ? added.plus((beta * omega) / lost) : added.plus(moved.times(beta));
    const variance = filter(begunWith(first, added), { rows: 1, share: 1, keep: beta, weight: 1 });
    return [variance.times(barsPerYear).sqrt()];
  },
};

class GarchStream extends BlankedStream {
  private readonly omega: number;
  private readonly alpha: number;
  private readonly beta: number;
  private readonly barsPerYear: number;
  private variance = NaN;
  private last = NaN;
  private taken = 0;

  constructor(params: readonly number[]) {
    super(1);
    const [omega = NaN, alpha = NaN, beta = NaN, barsPerYear = NaN] = params;
    this.omega = omega;
    this.alpha = alpha;
    this.beta = beta;
    this.barsPerYear = barsPerYear;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const moved = square(logRatio(row[0]!, this.last));
    this.last = row[0]!;
    const before = this.taken === 1 ? this.start(moved) : this.variance;
    this.variance = this.omega + this.alpha * moved + this.beta * before;
    if (this.taken < 2) this.taken++;
    out[0] = Math.sqrt(this.variance * this.barsPerYear);
  }

  private start(moved: number): number {
    const lost = 1 - this.alpha - this.beta;
    return lost > 0 ? this.omega / lost : moved;
  }
}
