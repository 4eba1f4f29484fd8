import { quotient } from './sample';

/**
 * Pain ratio: growth a year over the pain index.
 *
 * @param growth  fraction a year, as `cagr`
 * @param pain    fraction, as `painIndex`
 * @returns       ratio; null when either is unknown or the account never fell
 * @see Becker, The Zephyr Pain Index and Pain Ratio, Zephyr Associates, 2006
 */
export const painRatio = (growth: number | null, pain: number | null): number | null =>
  quotient(growth, pain);
