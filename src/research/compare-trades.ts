import type { SharedStrategy } from '../core/share';
import type { Trade } from '../core/order';

type TradeMark = SharedStrategy['result']['tradeMarks'][number];

/** Most trades that a share link carries. */
export const MOST_TRADE_MARKS = 500;

/** Exit bar in the mark of a trade that is still open. */
const STILL_OPEN = -1;

/** Entry bar, exit bar (-1 while open) and return of the first 500 trades, for a share link. */
export const tradeMarks = (trades: readonly Trade[]): readonly TradeMark[] =>
  trades.slice(0, MOST_TRADE_MARKS).map(markOf);

/** The first trade that is not what a link said. */
export interface TradeDifference {
  /** From 0. */
  readonly index: number;
  /** null when the link has no such trade, or this run has none. */
  readonly expected: TradeMark | null;
  readonly actual: TradeMark | null;
}

/**
 * Compares the trades of a re-run with those that a link carries, exactly.
 *
 * @param marks   from the link, at most 500
 * @param count   trades that the sender's run had
 * @param trades  of the re-run
 * @returns       the first difference, or null when all that can be compared are the same
 */
export function compareTrades(
  marks: readonly TradeMark[],
  count: number,
  trades: readonly Trade[],
): TradeDifference | null {
  const actual = tradeMarks(trades);
  const length = Math.max(marks.length, Math.min(actual.length, MOST_TRADE_MARKS));
  for (let index = 0; index < length; index++) {
    const mine = actual[index] ?? null;
    const theirs = marks[index] ?? null;
    if (!mine || !theirs || mine.some((value, k) => value !== theirs[k])) {
      return { index, expected: theirs, actual: mine };
    }
  }
  if (count === trades.length) return null;
  return { index: Math.min(count, trades.length), expected: null, actual: null };
}

function markOf(trade: Trade): TradeMark {
  const { entryBar, exitBar } = trade;
  return [entryBar, Number.isNaN(exitBar) ? STILL_OPEN : exitBar, trade.return];
}
