import { BacktabError } from './errors';
import { checkLength } from './check';
import type { Column } from './column';
import type { QuoteTick, TradeTick } from './tick';

/** What a row of ticks is: new best prices, or a trade of which the aggressor is unknown, buyer or seller. */
export const TICK_KINDS = ['quote', 'trade', 'bought', 'sold'] as const;

/** Rows of `TICK_KINDS`. */
export const QUOTE = 0;
export const TRADE = 1;
export const BOUGHT = 2;
export const SOLD = 3;

/**
 * Trades and quotes of one instrument as columns of one length, in the order in which they happened. A trade has its
 * price as bid and as ask, and its quantity as both sizes.
 */
export interface Ticks {
  /** Row of `TICK_KINDS`. */
  readonly kind: Uint8Array;
  /** When it happened at the exchange, Unix milliseconds with fractions, never falling. */
  readonly eventTime: Column;
  /** When it was known here; what lies before `eventTime`, or before an earlier row's, counts as that. */
  readonly receivedTime: Column;
  /** Quote currency; a price that is no number above zero means that nobody bids. */
  readonly bid: Column;
  /** Units shown; Infinity for no bound. What is not above zero shows nothing. */
  readonly bidSize: Column;
  readonly ask: Column;
  readonly askSize: Column;
}

/** Number of rows. */
export const tickCount = (ticks: Ticks): number => ticks.kind.length;

const CODES = { buy: BOUGHT, sell: SOLD } as const;

/** Columns of ticks given one by one, in order. */
export function ticksOf(list: readonly (TradeTick | QuoteTick)[]): Ticks {
  const column = (): Column => new Float64Array(list.length);
  const ticks = {
    kind: new Uint8Array(list.length),
    eventTime: column(),
    receivedTime: column(),
    bid: column(),
    bidSize: column(),
    ask: column(),
    askSize: column(),
  };
  list.forEach((tick, i) => {
    const isTrade = tick.kind === 'trade';
    ticks.kind[i] = !isTrade ? QUOTE : tick.aggressor === null ? TRADE : CODES[tick.aggressor];
    ticks.eventTime[i] = tick.eventTime;
    ticks.receivedTime[i] = tick.receivedTime;
    ticks.bid[i] = isTrade ? tick.price : tick.bid;
    ticks.bidSize[i] = isTrade ? tick.quantity : tick.bidSize;
    ticks.ask[i] = isTrade ? tick.price : tick.ask;
    ticks.askSize[i] = isTrade ? tick.quantity : tick.askSize;
  });
  return ticks;
}

/** Rows `[from, to)` as views on the same memory. */
export function sliceTicks(ticks: Ticks, from: number, to: number): Ticks {
  const cut = (column: Column): Column => column.subarray(from, to);
  return {
    kind: ticks.kind.subarray(from, to),
    eventTime: cut(ticks.eventTime),
    receivedTime: cut(ticks.receivedTime),
    bid: cut(ticks.bid),
    bidSize: cut(ticks.bidSize),
    ask: cut(ticks.ask),
    askSize: cut(ticks.askSize),
  };
}

/**
 * @param from  first row to check
 * @throws BacktabError `length_mismatch` unless all columns have one length, `ticks_out_of_order` where a time is no
 *         number or lies before the one above it
 */
export function checkTicks(name: string, ticks: Ticks, from = 0): void {
  const { kind, eventTime, receivedTime, bid, bidSize, ask, askSize } = ticks;
  for (const column of [eventTime, receivedTime, bid, bidSize, ask, askSize]) {
    checkLength('ticks', column.length, kind.length);
  }
  let last = from > 0 ? eventTime[from - 1]! : -Infinity;
  for (let row = from; row < kind.length; row++) {
    const time = eventTime[row]!;
    if (!(time >= last && time < Infinity)) throw new BacktabError('ticks_out_of_order', { name, row });
    last = time;
  }
}
