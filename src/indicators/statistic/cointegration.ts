import type { Indicator } from '../indicator';
import { PAIR } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowFit } from '../primitives/window-fit';
import { ResidualUnitRoot } from './residual-unit-root';
import { windowFit } from '../graph/statistic-blocks';
import { unitRoot } from '../graph/statistic-kernels';

/**
 * Cointegration, tested bar by bar after Engle and Granger: the least-squares line of one series on another
 * over the last bars, and the augmented Dickey-Fuller statistic of its residuals.
 *
 * @param real0       the series explained, any unit, oldest first; prices or their logarithms
 * @param real1       the series that explains it, any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[10, 100000]`, 100 when omitted
 * @param lags        earlier changes in the test's regression, 0 or 1; 1 when omitted
 * @returns           `slope`, the hedge ratio (unit of `real0` per unit of `real1`); `intercept` and `spread`,
 *                    the last residual (unit of `real0`); `statistic` (no unit): below -3.34 the pair is
 *                    cointegrated at 5 %, below -3.90 at 1 %; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The test's regression has no constant, as the residuals have a mean of zero. `statistic` is 0 where there is
 * nothing to test: residuals of at most 1e-12 of the variance of `real0`, or changes that a regression explains
 * as fully. The thresholds are those of two series with a constant and many bars. A row costs O(1), whatever the
 * period. Leading rows with a NaN are skipped: warm-up begins at the first row where both are numbers. A later
 * NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Engle and Granger, Co-integration and Error Correction, Econometrica, 1987
 * @see MacKinnon, Critical Values for Cointegration Tests, Queen's Economics Department 1227, 2010
 * @see statsmodels 0.15.0 `OLS` and `adfuller` (tests/golden/beyond/cointegration.json)
 */
export const cointegration: Indicator = {
  name: 'cointegration',
  title: 'Cointegration (Engle-Granger)',
  group: 'statistic',
  pane: 'own',
  summary: 'Whether the spread of two series returns: hedge ratio and unit-root statistic.',
  inputs: PAIR,
  params: [period('timePeriod', 10, 100), { name: 'lags', kind: 'integer', min: 0, max: 1, default: 1 }],
  outputs: [
    { name: 'slope', kind: 'real', style: 'dashed' },
    { name: 'intercept', kind: 'real', style: 'dashed' },
    { name: 'spread', kind: 'real', style: 'histogram' },
    { name: 'statistic', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([real0, real1], [timePeriod = NaN, lags = NaN]) {
    const { slope, intercept, residual, residualVariance } = windowFit(real0!, real1!, timePeriod);
    const line = [slope, intercept, residualVariance] as const;
    return [slope, intercept, residual, unitRoot([real0!, real1!], line, timePeriod, lags)];
  },
  stream(params) {
    checkParameters(cointegration.params, params);
    const [timePeriod = NaN, lags = NaN] = params;
    return new CointegrationStream(timePeriod, lags);
  },
};

class CointegrationStream extends BlankedStream {
  private readonly fit: WindowFit;
  private readonly test: ResidualUnitRoot;

  constructor(timePeriod: number, lags: number) {
    super(timePeriod - 1);
    this.fit = new WindowFit(timePeriod);
    this.test = new ResidualUnitRoot(timePeriod, lags);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.fit.push(row[0]!, row[1]!);
    this.test.push(row[0]!, row[1]!);
    const { slope, intercept, residual, residualVariance } = this.fit;
    out[0] = slope;
    out[1] = intercept;
    out[2] = residual;
    out[3] = residualVariance === 0 ? 0 : this.test.statistic(slope, intercept);
  }
}
