import type { Trade } from '../core/order';
import { meanOf } from './mean-of';
import { profits } from './profits';

/**
 * Average loss: mean loss after costs of the trades that lost something.
 *
 * @param closed  trades with an exit
 * @returns       account currency, below 0; null without a loser
 */
export const averageLoss = (closed: readonly Trade[]): number | null => meanOf(profits(closed).losses);
