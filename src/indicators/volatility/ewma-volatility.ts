import { filter } from '../graph/kernels';
import { logRatio as logOfRatio } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, real } from '../parameters';
import { BARS_PER_YEAR } from '../primitives/annual';
import { logRatio } from '../primitives/returns';
import { square } from '../primitives/square';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * EWMA volatility of RiskMetrics: root of an exponentially weighted mean of the squared logarithmic returns;
 * the forecast for the next bar.
 *
 * @param real         prices above zero, oldest first
 * @param lambda       weight kept by the past at each bar, in `[0, 0.9999]`, 0.94 when omitted (daily bars)
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted; 1 gives the volatility of a bar
 * @returns            fraction a year, >= 0; row 0 is NaN (warm-up)
 *
 * The first value is the size of the first return. Returns are taken to have a mean of zero. Leading NaN are
 * skipped: warm-up begins at the first number. A later NaN, or a price that is not above zero, makes every
 * later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see J.P. Morgan, RiskMetrics Technical Document, 1996
 * @see pandas 3.1.1 `ewm(adjust=False)` (tests/golden/beyond/ewma_volatility.json)
 */
export const ewmaVolatility: Indicator = {
  name: 'ewma_volatility',
  title: 'EWMA Volatility (RiskMetrics)',
  group: 'volatility',
  pane: 'own',
  summary: 'Exponentially weighted deviation of the returns, annualised.',
  inputs: REAL,
  params: [real('lambda', 0.94, { min: 0, max: 0.9999 }), BARS_PER_YEAR],
  outputs: VALUE,
  unstable: false,
  lookback: () => 1,
  stream(params) {
    checkParameters(ewmaVolatility.params, params);
    const [lambda = NaN, barsPerYear = NaN] = params;
    return new EwmaStream(lambda, barsPerYear);
  },
  graph([x], [lambda = NaN, barsPerYear = NaN]) {
    const moved = logOfRatio(x!, x!.lag(1));
    const variance = filter(moved.times(moved), { rows: 1, share: 1, keep: lambda, weight: 1 - lambda });
    return [variance.times(barsPerYear).sqrt()];
  },
};

class EwmaStream extends BlankedStream {
  private readonly lambda: number;
  private readonly barsPerYear: number;
  private variance = NaN;
  private last = NaN;
  private taken = 0;

  constructor(lambda: number, barsPerYear: number) {
    super(1);
    this.lambda = lambda;
    this.barsPerYear = barsPerYear;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const moved = square(logRatio(row[0]!, this.last));
    this.last = row[0]!;
    if (this.taken === 1) this.variance = moved;
    else this.variance += (1 - this.lambda) * (moved - this.variance);
    if (this.taken < 2) this.taken++;
    out[0] = Math.sqrt(this.variance * this.barsPerYear);
  }
}
