import type { Indicator } from '../indicator';
import { PAIR } from '../outputs';
import { checkParameters, period } from '../parameters';
import { simpleReturn } from '../primitives/returns';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowFit } from '../primitives/window-fit';
import { simpleReturns, windowFit } from '../graph/statistic-blocks';

/**
 * Rolling beta and alpha: least-squares line of the returns of an instrument on those of its market.
 *
 * @param real0       prices of the instrument, oldest first
 * @param real1       prices of its market, oldest first
 * @param timePeriod  returns of the window, integer in `[2, 100000]`, 60 when omitted
 * @returns           `beta`, the slope (no unit), and `alpha`, the return per bar where the market's is zero
 *                    (a fraction); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * TA-Lib's `beta` takes the market first. Returns are simple ones, and 0 from a price of zero. Where the
 * market's returns deviate by 1e-14 or less, `beta` is 0 and `alpha` the mean return. Leading rows with a NaN
 * are skipped: warm-up begins at the first row where both are numbers. A later NaN makes the rows NaN whose
 * window holds a return with it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Sharpe, A Simplified Model for Portfolio Analysis, Management Science, 1963
 * @see statsmodels 0.15.0 `OLS` (tests/golden/beyond/rolling_beta.json)
 */
export const rollingBeta: Indicator = {
  name: 'rolling_beta',
  title: 'Rolling Beta and Alpha',
  group: 'statistic',
  pane: 'own',
  summary: 'How far an instrument moves with its market, and its return without it.',
  inputs: PAIR,
  params: [period('timePeriod', 2, 60)],
  outputs: [
    { name: 'beta', kind: 'real', style: 'line' },
    { name: 'alpha', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  graph([real0, real1], [timePeriod = NaN]) {
    const { slope, intercept } = windowFit(simpleReturns(real0!), simpleReturns(real1!), timePeriod, 1);
    return [slope, intercept];
  },
  stream(params) {
    checkParameters(rollingBeta.params, params);
    const [timePeriod = NaN] = params;
    return new RollingBetaStream(timePeriod);
  },
};

class RollingBetaStream extends BlankedStream {
  private readonly fit: WindowFit;
  private lastY = NaN;
  private lastX = NaN;
  private hasLast = false;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.fit = new WindowFit(timePeriod, 1);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const y = row[0]!;
    const x = row[1]!;
    if (this.hasLast) this.fit.push(simpleReturn(this.lastY, y), simpleReturn(this.lastX, x));
    this.lastY = y;
    this.lastX = x;
    this.hasLast = true;
    out[0] = this.fit.slope;
    out[1] = this.fit.intercept;
  }
}
