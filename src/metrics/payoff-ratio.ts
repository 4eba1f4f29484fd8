import type { Trade } from '../core/order';
import { finite } from './finite';
import { averageLoss } from './average-loss';
import { averageWin } from './average-win';

/**
 * Payoff ratio: average win over the size of the average loss, after costs.
 *
 * @param closed  trades with an exit
 * @returns       ratio, above 0; null unless there is a winner and a loser
 */
export function payoffRatio(closed: readonly Trade[]): number | null {
  const win = averageWin(closed);
  const loss = averageLoss(closed);
  return win === null || loss === null ? null : finite(win / -loss);
}
