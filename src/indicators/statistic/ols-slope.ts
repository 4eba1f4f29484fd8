import { fitIndicator } from './fit-indicator';

/**
 * OLS slope: how much the first series moves per unit of the second one, by ordinary least squares with an
 * intercept; the hedge ratio of a pair.
 *
 * @param real0       the series explained, any unit, oldest first
 * @param real1       the series that explains it, any unit, oldest first
 * @param timePeriod  bars of the line, integer in `[2, 100000]`, 30 when omitted
 * @returns           unit of `real0` per unit of `real1`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Where the deviation of `real1` is at most 1e-14 of its mean it is 0. Leading rows with a NaN are skipped:
 * warm-up begins at the first row where both are numbers. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805
 * @see statsmodels 0.15.0 `OLS` (tests/golden/beyond/ols_slope.json)
 */
export const olsSlope = fitIndicator(
  {
    name: 'ols_slope',
    title: 'OLS Slope of Two Series',
    summary: 'How much a series moves per unit of another one: the hedge ratio.',
  },
  ({ slope }) => slope,
  ({ slope }) => slope,
);
