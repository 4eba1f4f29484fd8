import { definedMoments, logRatio as logOfRatio, notNegative } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BARS_PER_YEAR } from '../primitives/annual';
import { logRatio } from '../primitives/returns';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';

/**
 * Realised volatility, close to close: sample standard deviation of the last logarithmic returns, times the
 * root of the bars a year.
 *
 * @param real         prices above zero, oldest first
 * @param timePeriod   returns of the window, integer in `[2, 100000]`, 20 when omitted
 * @param barsPerYear  in `[1, 31622400]`, 252 when omitted; 1 gives the volatility of a bar
 * @returns            fraction a year, >= 0; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN, or a price that is not above zero,
 * makes the rows NaN whose window holds a return with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hull, Options, Futures, and Other Derivatives, 1989 (historical volatility)
 * @see numpy over each window (tests/golden/beyond/realised_volatility.json)
 */
export const realisedVolatility: Indicator = {
  name: 'realised_volatility',
  title: 'Realised Volatility (Close to Close)',
  group: 'volatility',
  pane: 'own',
  summary: 'Deviation of the last logarithmic returns, annualised.',
  inputs: REAL,
  params: [period('timePeriod', 2, 20), BARS_PER_YEAR],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(realisedVolatility.params, params);
    const [timePeriod = NaN, barsPerYear = NaN] = params;
    return new RealisedStream(timePeriod, barsPerYear);
  },
  graph([x], [timePeriod = NaN, barsPerYear = NaN]) {
    const { variance } = definedMoments(logOfRatio(x!, x!.lag(1)), timePeriod);
    return [notNegative(variance.times((timePeriod / (timePeriod - 1)) * barsPerYear)).sqrt()];
  },
};

class RealisedStream extends BlankedStream {
  private readonly window: WindowMoments;
  /** From the variance of a population a bar to that of a sample a year. */
  private readonly factor: number;
  private last = NaN;
  private hasLast = false;

  constructor(timePeriod: number, barsPerYear: number) {
    super(timePeriod);
    this.window = new WindowMoments(timePeriod);
    this.factor = (timePeriod / (timePeriod - 1)) * barsPerYear;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    if (this.hasLast) this.window.push(logRatio(row[0]!, this.last));
    this.last = row[0]!;
    this.hasLast = true;
    out[0] = Math.sqrt(Math.max(0, this.window.variance * this.factor));
  }
}
