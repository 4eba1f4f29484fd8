/** Closed round trips below which Kelly's formula says nothing. */
export const KELLY_TRADES = 20;

/** What the closed round trips of a run have come to so far. */
export interface TradeTally {
  wins: number;
  losses: number;
  /** Sums of returns of the winners and of the losers (both 0 or more). */
  won: number;
  lost: number;
}

/**
 * Kelly's fraction of equity for the trades so far: chance of winning less chance of losing over the payoff ratio.
 *
 * @returns  0 or more; NaN below 20 trades or without both winners and losers
 * @see Kelly, A New Interpretation of Information Rate, 1956
 */
export function kellyOf({ wins, losses, won, lost }: TradeTally): number {
  const trades = wins + losses;
  if (trades < KELLY_TRADES || wins === 0 || losses === 0 || !(lost > 0)) return NaN;
  const payoff = won / wins / (lost / losses);
  return Math.max(0, wins / trades - losses / trades / payoff);
}
