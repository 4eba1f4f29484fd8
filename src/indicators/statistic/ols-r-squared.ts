import { fitIndicator } from './fit-indicator';

/**
 * OLS R²: share of the variance of the first series that the second one explains, by ordinary least squares
 * with an intercept; the square of their correlation.
 *
 * @param real0       the series explained, any unit, oldest first
 * @param real1       the series that explains it, any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 30 when omitted
 * @returns           0 to 1 (no unit); rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Where the deviation of either is at most 1e-14 of its mean it is 0. Leading rows with a NaN are skipped:
 * warm-up begins at the first row where both are numbers. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wright, Correlation and Causation, Journal of Agricultural Research, 1921
 * @see statsmodels 0.15.0 `OLS` (tests/golden/beyond/ols_r_squared.json)
 */
export const olsRSquared = fitIndicator(
  {
    name: 'ols_r_squared',
    title: 'OLS R² of Two Series',
    summary: 'Share of the variance of a series that another one explains.',
  },
  ({ rSquared }) => rSquared,
  ({ rSquared }) => rSquared,
);
