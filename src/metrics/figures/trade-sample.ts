import type { Column } from '../../core/column';
import type { Trade } from '../../core/order';
import { closedTrades } from '../closed-trades';
import { costsByKind, type CostsByKind } from '../costs-by-kind';
import { profits } from '../profits';
import { rMultiples } from '../r-multiples';
import type { Sides } from '../sides';
import type { SampleCounts, SampleKind } from './need';
import type { RunSampleInput } from './run-sample';

/** One column of a table of trades: what its figures are measured on. */
export interface TradeSample {
  /** Closed trades of the column. */
  readonly closed: readonly Trade[];
  /** Trades of the column that are still open. */
  readonly open: readonly Trade[];
  /** Paid on this side of the position, also by a trade that is still open. */
  readonly costs: CostsByKind;
  /** Average true range per bar; null for none. */
  readonly atr: Column | null;
}

/** The three columns of a run: all, long and short. */
export function tradeSamples({ trades, fills, atr }: RunSampleInput): Sides<TradeSample> {
  const closed = closedTrades(trades);
  const open = trades.filter((trade) => Number.isNaN(trade.exitBar));
  const costs = costsByKind(fills);
  const of = (side: 'long' | 'short'): TradeSample => ({
    closed: closed.filter((trade) => trade.side === side),
    open: open.filter((trade) => trade.side === side),
    costs: costs[side],
    atr,
  });
  return { all: { closed, open, costs: costs.all, atr }, long: of('long'), short: of('short') };
}

/** Sample sizes of a column. */
export function tradeCounts({ closed }: TradeSample): SampleCounts {
  const { wins, losses } = profits(closed);
  const counts: Partial<Record<SampleKind, number>> = {
    trade: closed.length,
    winner: wins.length,
    loser: losses.length,
    'decided trade': wins.length + losses.length,
    'trade with a stop': rMultiples(closed).length,
  };
  return (kind) => counts[kind] ?? 0;
}
