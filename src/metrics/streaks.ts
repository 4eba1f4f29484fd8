import type { Trade } from '../core/order';

/** Runs of trades with the same outcome, in trades. */
export interface Streaks {
  readonly longestWin: number;
  readonly longestLoss: number;
  /** The run that the last trade belongs to: above 0 for wins, below 0 for losses, 0 after a trade of zero. */
  readonly current: number;
}

/**
 * Longest runs of winners and of losers in the order of their exits; trades that end on the same bar stay in the
 * order given. A trade of exactly zero ends either run.
 *
 * @param closed  trades with an exit
 * @returns       counts; null without trades
 */
export function streaks(closed: readonly Trade[]): Streaks | null {
  if (closed.length === 0) return null;
  let longestWin = 0;
  let longestLoss = 0;
  let current = 0;
  for (const { pnl } of closed.toSorted((a, b) => a.exitBar - b.exitBar)) {
    if (pnl > 0) current = Math.max(0, current) + 1;
    else if (pnl < 0) current = Math.min(0, current) - 1;
    else current = 0;
    longestWin = Math.max(longestWin, current);
    longestLoss = Math.max(longestLoss, -current);
  }
  return { longestWin, longestLoss, current };
}
