import { pow } from '../core/math/pow';

/**
 * Lags that are looked at when the autocorrelation of returns is estimated: `⌊4 (n / 100)^(2 / 9)⌋`, the plug-in rule
 * for Bartlett weights; 9 for twenty years of days.
 *
 * @param count  number of returns, integer >= 0
 * @see Newey and West, Automatic Lag Selection in Covariance Matrix Estimation, Review of Economic Studies, 1994
 */
export const neweyWestLags = (count: number): number => Math.floor(4 * pow(count / 100, 2 / 9));
