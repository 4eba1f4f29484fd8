/**
 * Calmar ratio: compound annual growth over maximum drawdown, both of the whole run.
 *
 * @param cagr         fraction a year
 * @param maxDrawdown  fraction
 * @returns            ratio; null when either is unknown or the account never fell
 * @see Young, Calmar Ratio: A Smoother Tool, Futures, 1991 (there over 36 months)
 */
export function calmar(cagr: number | null, maxDrawdown: number | null): number | null {
  return cagr === null || maxDrawdown === null || maxDrawdown === 0 ? null : cagr / maxDrawdown;
}
