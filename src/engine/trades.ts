import type { Bars } from '../core/bars';
import type { OrderId } from '../core/nominal';
import type { Fill, OrderRecord, Trade } from '../core/order';

interface Bracket {
  stop: number;
  target: number;
}

/**
 * Folds fills into round trips. Nothing of a trade is kept anywhere else: prices, fees and reasons
 * come from its two fills, levels from the bracket of its entry order, excursions from the bars held.
 *
 * @param fills   in order; they open and close a whole position by turns
 * @param orders  the orders of the run
 * @param bars    the bars of the run
 * @param mark    last known close, at which a position that is still open is valued
 * @returns       one trade per opening fill; the last one has NaN for its exit while it is open
 */
export function tradesOf(
  fills: readonly Fill[],
  orders: readonly OrderRecord[],
  bars: Bars,
  mark: number,
): readonly Trade[] {
  const byId = new Map<OrderId, OrderRecord>();
  const brackets = new Map<OrderId, Bracket>();
  for (const order of orders) {
    byId.set(order.id, order);
    if (order.parent === null) continue;
    const bracket = brackets.get(order.parent) ?? { stop: NaN, target: NaN };
    if (order.type === 'limit') bracket.target = order.price;
    else bracket.stop = order.price;
    brackets.set(order.parent, bracket);
  }
  const trades: Trade[] = [];
  for (let i = 0; i < fills.length; i += 2) {
    const entry = fills[i]!;
    const exit = fills[i + 1];
    const bracket = brackets.get(entry.order) ?? NO_BRACKET;
    trades.push(
      roundTrip(entry, exit, byId.get(entry.order), exit && byId.get(exit.order), bracket, bars, mark),
    );
  }
  return trades;
}

const NO_BRACKET: Readonly<Bracket> = { stop: NaN, target: NaN };

function roundTrip(
  entry: Fill,
  exit: Fill | undefined,
  opening: OrderRecord | undefined,
  closing: OrderRecord | undefined,
  { stop, target }: Bracket,
  bars: Bars,
  mark: number,
): Trade {
  const sign = entry.side === 'buy' ? 1 : -1;
  const grossPnl = sign * ((exit?.price ?? mark) - entry.price) * entry.quantity;
  const costs = entry.fee + (exit?.fee ?? 0);
  const pnl = grossPnl - costs;
  const { mae, mfe } = excursions(entry, exit, bars);
  return {
    side: entry.side === 'buy' ? 'long' : 'short',
    quantity: entry.quantity,
    entryTime: entry.time,
    exitTime: exit?.time ?? NaN,
    entryBar: entry.bar,
    exitBar: exit?.bar ?? NaN,
    entryPrice: entry.price,
    exitPrice: exit?.price ?? NaN,
    grossPnl,
    costs,
    pnl,
    return: pnl / (entry.price * entry.quantity),
    mae,
    mfe,
    entryReason: opening?.reason ?? '',
    exitReason: closing?.reason ?? '',
    exitKind: exit?.reason ?? 'data_ended',
    tag: opening?.tag ?? '',
    ambiguous: exit !== undefined && isAmbiguous(exit, stop, target, bars),
    stop,
    target,
  };
}

/**
 * How far price went against and for the entry while the trade was held. On the bar of the exit only
 * what is known to have come before it counts: its open, and the fill. Unknown prices do not count.
 */
function excursions(entry: Fill, exit: Fill | undefined, bars: Bars): { mae: number; mfe: number } {
  const last = exit?.bar ?? bars.time.length;
  let lowest = entry.price;
  let highest = entry.price;
  for (let i = entry.bar; i < last; i++) {
    const low = bars.low[i]!;
    const high = bars.high[i]!;
    if (low < lowest && low > 0) lowest = low;
    if (high > highest && high < Infinity) highest = high;
  }
  if (exit) {
    const open = bars.open[exit.bar]!;
    lowest = Math.min(lowest, open, exit.price);
    highest = Math.max(highest, open, exit.price);
  }
  const down = lowest / entry.price - 1;
  const up = highest / entry.price - 1;
  return entry.side === 'buy' ? { mae: down, mfe: up } : { mae: -up, mfe: -down };
}

/** Whether the bar of the exit held both levels, and did not open beyond either. */
function isAmbiguous(exit: Fill, stop: number, target: number, bars: Bars): boolean {
  const open = bars.open[exit.bar]!;
  const low = bars.low[exit.bar]!;
  const high = bars.high[exit.bar]!;
  const [under, over] = exit.side === 'sell' ? [stop, target] : [target, stop];
  const opensBetween = open > under && open < over;
  return exit.reason !== 'filled_at_open' && opensBetween && low <= under && high >= over;
}
