import { fitIndicator } from './fit-indicator';

/**
 * OLS residual: distance of the last row of the first series from its least-squares line on the second one;
 * the spread of a pair.
 *
 * @param real0       the series explained, any unit, oldest first
 * @param real1       the series that explains it, any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 30 when omitted
 * @returns           unit of `real0`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The line is that of `ols_slope`, with an intercept; where `real1` does not vary it is the distance from the
 * mean. Leading rows with a NaN are skipped: warm-up begins at the first row where both are numbers. A later
 * NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Gatev, Goetzmann and Rouwenhorst, Pairs Trading, Review of Financial Studies, 2006
 * @see statsmodels 0.15.0 `OLS` (tests/golden/beyond/ols_residual.json)
 */
export const olsResidual = fitIndicator(
  {
    name: 'ols_residual',
    title: 'OLS Residual of Two Series',
    summary: 'Distance of a series from its line on another one: the spread of a pair.',
  },
  ({ residual }) => residual,
  ({ residual }) => residual,
);
