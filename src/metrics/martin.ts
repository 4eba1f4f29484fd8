import { quotient } from './sample';

/**
 * Martin ratio (ulcer performance index): growth a year over the ulcer index.
 *
 * @param growth  fraction a year, as `cagr`
 * @param ulcer   fraction, as `ulcerIndex`
 * @returns       ratio; null when either is unknown or the account never fell
 * @see Martin and McCann, The Investor's Guide to Fidelity Funds, 1989
 */
export const martin = (growth: number | null, ulcer: number | null): number | null => quotient(growth, ulcer);
