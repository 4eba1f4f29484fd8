import type { RunSettings } from '../../core/settings';
import type { MarketState } from '../market-state';
import { ORDER_TYPES } from '../order-types';
import type { WorkingOrder } from '../working-order';

/**
 * First row on which the stop and target of an entry that fills now may execute.
 *
 * With `when_certain` that is the entry's own row where its prices leave no doubt of what came after the entry: at a
 * market order, the whole bar; at a stop entry, where the bar reached the target, which lies further on, and not the
 * stop. In all other cases it is the next row.
 */
export function bracketStart({ bracketFrom }: RunSettings, market: MarketState, entry: WorkingOrder): number {
  const isAtOnce =
    bracketFrom === 'entry_bar' || (bracketFrom === 'when_certain' && isCertain(market, entry));
  return market.atRow + (isAtOnce ? 0 : 1);
}

function isCertain({ forming }: MarketState, { type, side, bracket }: WorkingOrder): boolean {
  const { wait, takes } = ORDER_TYPES[type];
  if (takes === 'limit' || wait === 'touch') return false;
  if (wait === 'none') return true;
  const { stop = NaN, target = NaN } = bracket ?? {};
  const { high, low } = forming;
  return side === 'buy' ? high >= target && !(low <= stop) : low <= target && !(high >= stop);
}
