import type { Trade } from '../core/order';
import { meanOf } from './mean-of';
import { profits } from './profits';

/**
 * Average win: mean profit after costs of the trades that earned something.
 *
 * @param closed  trades with an exit
 * @returns       account currency, above 0; null without a winner
 */
export const averageWin = (closed: readonly Trade[]): number | null => meanOf(profits(closed).wins);
