import { fitIndicator } from './fit-indicator';

/**
 * OLS z-score: the residual of `ols_residual` in standard deviations of the residuals of its window; the
 * entry and exit score of a pair.
 *
 * @param real0       the series explained, any unit, oldest first
 * @param real1       the series that explains it, any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 30 when omitted
 * @returns           deviations (no unit); rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Deviations are those of a population (divided by `timePeriod`). 0 where the line leaves nothing unexplained:
 * less than 1e-12 of the variance of `real0`, or none in it. Leading rows with a NaN are skipped: warm-up begins
 * at the first row where both are numbers. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Vidyamurthy, Pairs Trading: Quantitative Methods and Analysis, 2004
 * @see statsmodels 0.15.0 `OLS` (tests/golden/beyond/ols_zscore.json)
 */
export const olsZscore = fitIndicator(
  {
    name: 'ols_zscore',
    title: 'OLS Z-Score of Two Series',
    summary: 'Spread of a pair in standard deviations of its last bars.',
  },
  ({ residual, residualVariance }) => (residualVariance === 0 ? 0 : residual / Math.sqrt(residualVariance)),
  ({ residual, residualVariance }) =>
    residualVariance.equals(0).pick(0, residual.over(residualVariance.sqrt())),
);
