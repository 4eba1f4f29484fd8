import type { Trade } from '../core/order';
import { profits } from './profits';
import { payoffRatio } from './payoff-ratio';

/** Fewest trades for a Kelly fraction: below it the win rate is a guess. */
export const KELLY_MINIMUM = 10;

/**
 * Kelly fraction: share of the capital to risk on each trade for the fastest growth, for a bet with two outcomes:
 * `p - q / b`, with `p` the share of winners and `q` that of losers among trades that won or lost, `b` the payoff ratio.
 *
 * @param closed  trades with an exit
 * @returns       fraction, at most 1, below 0 when the trades lose on average; null below 10 trades that won or
 *                lost, or without a winner or a loser
 * @see Kelly, A New Interpretation of Information Rate, Bell System Technical Journal, 1956
 */
export function kellyFraction(closed: readonly Trade[]): number | null {
  const { wins, losses } = profits(closed);
  const count = wins.length + losses.length;
  const payoff = payoffRatio(closed);
  if (count < KELLY_MINIMUM || payoff === null) return null;
  return wins.length / count - losses.length / count / payoff;
}
