import type { Trade } from '../core/order';
import { meanOf } from './mean-of';
import { rMultiples } from './r-multiples';

/**
 * Expectancy in R: mean result of the trades with a stop, in units of what each risked, after costs.
 *
 * @param closed  trades with an exit
 * @returns       multiple of the risk, no unit; null without a trade that had a stop
 * @see Tharp, Trade Your Way to Financial Freedom, 1998
 */
export const expectancyR = (closed: readonly Trade[]): number | null => meanOf(rMultiples(closed));
