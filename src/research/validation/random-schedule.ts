import type { Column } from '../../core/column';
import type { OrderRequest, Trade } from '../../core/order';
import type { UniformStream } from '../../core/random/uniforms';
import type { Strategy } from '../../core/strategy';
import type { LaneProgram } from '../../engine/lane/lane';
import { shuffledRows } from './shuffle';

/** A time in the market: side, bars held and size. */
export interface Holding {
  readonly side: Trade['side'];
  /** From entry to exit, 1 or more. */
  readonly bars: number;
  /** Percent of equity at the close before the entry, at that close. */
  readonly percent: number;
}

/** A holding with the bars on which it begins and ends. */
export interface ScheduledHolding extends Holding {
  readonly entryBar: number;
  readonly exitBar: number;
}

/**
 * Times in the market of a run: trades that overlap are one, with the side and size of the first. A trade that is open at
 * the end lasts to the last bar.
 *
 * @param equity  `f64[n]` of the run
 * @param close   `f64[n]`
 */
export function holdingsOf(
  trades: readonly Trade[],
  equity: Column,
  close: Column,
): readonly ScheduledHolding[] {
  const last = equity.length - 1;
  const found: ScheduledHolding[] = [];
  for (const trade of trades.toSorted((a, b) => a.entryBar - b.entryBar)) {
    const { entryBar, side, quantity } = trade;
    const exitBar = Number.isNaN(trade.exitBar) ? last : trade.exitBar;
    const before = found.at(-1);
    if (before && entryBar <= before.exitBar) {
      const end = Math.max(before.exitBar, exitBar);
      found[found.length - 1] = { ...before, exitBar: end, bars: Math.max(1, end - before.entryBar) };
      continue;
    }
    const row = Math.max(0, entryBar - 1);
    const percent = (100 * quantity * close[row]!) / equity[row]!;
    found.push({ side, bars: Math.max(1, exitBar - entryBar), percent, entryBar, exitBar });
  }
  return found.filter(({ percent }) => percent > 0 && Number.isFinite(percent));
}

/** Bars that are left when all holdings and a bar after each are placed on bars 1 and later. */
export const freeBars = (holdings: readonly Holding[], rows: number): number =>
  rows - 1 - holdings.reduce((sum, { bars }) => sum + bars + 1, 0);

/**
 * The same holdings in random order at random places that do not overlap, a flat bar between two.
 *
 * @param rows    bars of the run
 * @param random  takes `2 n - 1` draws
 */
export function randomSchedule(
  holdings: readonly Holding[],
  rows: number,
  random: UniformStream,
): readonly ScheduledHolding[] {
  const free = freeBars(holdings, rows);
  const order = shuffledRows(holdings.length, random);
  const waits = Float64Array.from(holdings, () => Math.floor(random.next() * (free + 1))).sort();
  let placed = 0;
  return Array.from(order, (k, place) => {
    const holding = holdings[k]!;
    const entryBar = 1 + waits[place]! + placed;
    placed += holding.bars + 1;
    return { ...holding, entryBar, exitBar: entryBar + holding.bars };
  });
}

const NO_ORDERS: readonly OrderRequest[] = Object.freeze([]);

/** What a schedule asks for, by the bar on which it asks: the one before. */
function requestsOf(schedule: readonly ScheduledHolding[]): ReadonlyMap<number, readonly OrderRequest[]> {
  const requests = new Map<number, OrderRequest[]>();
  const ask = (bar: number, request: OrderRequest): void => {
    requests.set(bar, [...(requests.get(bar) ?? []), request]);
  };
  for (const { side, percent, entryBar, exitBar } of schedule) {
    const sizing = { kind: 'percent_of_equity', percent } as const;
    ask(entryBar - 1, { kind: 'enter', side: side === 'long' ? 'buy' : 'sell', sizing });
    ask(exitBar - 1, { kind: 'exit' });
  }
  return requests;
}

/** A strategy that enters and leaves by a schedule. */
export function scheduledStrategy(schedule: readonly ScheduledHolding[]): Strategy {
  const requests = requestsOf(schedule);
  return { name: 'Random entries', onBar: (_, index) => requests.get(index) ?? NO_ORDERS };
}

/** The same for a lane. Of one bar it asks for one thing at most, as holdings are a flat bar apart. */
export function scheduledProgram(schedule: readonly ScheduledHolding[], rows: number): LaneProgram {
  const requests = requestsOf(schedule);
  const acts = new Uint8Array(rows);
  for (const row of requests.keys()) if (row < rows) acts[row] = 1;
  const asked = (row: number): OrderRequest | undefined => requests.get(row)?.[0];
  const order = (kind: OrderRequest['kind']): LaneProgram['orders'][number] => ({
    kind,
    acts: (row) => asked(row)?.kind === kind,
    request: (row) => asked(row) ?? { kind: 'exit' },
  });
  return { acts, orders: [order('exit'), order('enter')], begin: () => undefined };
}
