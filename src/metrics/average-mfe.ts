import type { Trade } from '../core/order';
import { meanOf } from './mean-of';

/**
 * Average maximum favourable excursion: mean of how far price went for the entry while a trade was held.
 *
 * @param closed  trades with an exit
 * @returns       fraction of the entry price, 0 or above; null without trades
 * @see Sweeney, Maximum Adverse Excursion, 1996
 */
export const averageMfe = (closed: readonly Trade[]): number | null =>
  meanOf(closed.map((trade) => trade.mfe));
