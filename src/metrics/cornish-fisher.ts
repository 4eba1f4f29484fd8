import type { Moments } from './moments';
import { moves } from './sample';

/** Returns needed for a fourth moment that says anything. */
export const CORNISH_FISHER_MINIMUM = 20;

/**
 * Cornish-Fisher quantile of a standardised variable with skew `S` and excess kurtosis `K`:
 * `z + (z² - 1) S / 6 + (z³ - 3 z) K / 24 - (2 z³ - 5 z) S² / 36`.
 *
 * @param z       quantile of the normal distribution
 * @param skew    `S`
 * @param excess  `K`, kurtosis less 3
 * @see Cornish and Fisher, Moments and Cumulants in the Specification of Distributions, 1937
 */
export const cornishFisher = (z: number, skew: number, excess: number): number =>
  z + ((z * z - 1) * skew) / 6 + ((z * z - 3) * z * excess) / 24 - ((2 * z * z - 5) * z * skew * skew) / 36;

/**
 * Whether the expansion is a distribution in the lower tail: it must rise everywhere below `z`, or a rarer loss would come
 * out smaller than a common one.
 *
 * @param returns  moments of the returns
 * @param z        quantile of the normal distribution, 0 or below
 * @returns        false also for fewer than 20 returns and for returns that do not move
 * @see Maillard, A User's Guide to the Cornish Fisher Expansion, 2012
 */
export function isCornishFisherTail(returns: Moments, z: number): boolean {
  if (returns.count < CORNISH_FISHER_MINIMUM || !moves(returns)) return false;
  const square = returns.skew * returns.skew;
  const excess = returns.kurtosis - 3;
  // The derivative is a z² + b z + c.
  const a = excess / 8 - square / 6;
  const b = returns.skew / 3;
  const c = 1 - excess / 8 + (5 * square) / 36;
  const slope = (x: number): number => (a * x + b) * x + c;
  if (a < 0 || slope(z) < 0) return false;
  if (a === 0) return b <= 0;
  const turn = -b / (2 * a);
  return turn >= z || slope(turn) >= 0;
}
