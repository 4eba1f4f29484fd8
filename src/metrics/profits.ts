import type { Trade } from '../core/order';

/** Profits of the winners and losses of the losers after costs, account currency; a trade of zero is neither. */
export interface Profits {
  /** Each above 0. */
  readonly wins: readonly number[];
  /** Each below 0. */
  readonly losses: readonly number[];
}

/** @param closed  trades with an exit */
export function profits(closed: readonly Trade[]): Profits {
  const wins: number[] = [];
  const losses: number[] = [];
  for (const { pnl } of closed) {
    if (pnl > 0) wins.push(pnl);
    else if (pnl < 0) losses.push(pnl);
  }
  return { wins, losses };
}
