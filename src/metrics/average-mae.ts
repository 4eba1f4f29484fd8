import type { Trade } from '../core/order';
import { meanOf } from './mean-of';

/**
 * Average maximum adverse excursion: mean of how far price went against the entry while a trade was held.
 *
 * @param closed  trades with an exit
 * @returns       fraction of the entry price, 0 or below; null without trades
 * @see Sweeney, Maximum Adverse Excursion, 1996
 */
export const averageMae = (closed: readonly Trade[]): number | null =>
  meanOf(closed.map((trade) => trade.mae));
