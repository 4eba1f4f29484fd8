import type { Trade } from '../core/order';
import type { TradeMark } from '../core/share';

/** Exit bar in the mark of a trade that is still open. */
const STILL_OPEN = -1;

/** Significant digits of quantities and prices in a mark. */
const DIGITS = 8;

/** What a share tells of each trade. */
export const tradeMarks = (trades: readonly Trade[]): readonly TradeMark[] => trades.map(markOf);

/** The first trade that is not what a share said. */
export interface TradeDifference {
  /** From 0. */
  readonly index: number;
  /** null when the share has no such trade, or does not tell it. */
  readonly sent: TradeMark | null;
  /** null when this run has no such trade. */
  readonly here: TradeMark | null;
}

/**
 * Compares the trades of a re-run with those that a share tells. Bars and returns are held equal exactly, quantities and
 * prices in the eight digits of a mark; what a mark does not tell is not compared.
 *
 * @param marks   those told, which may be fewer than there were
 * @param count   trades that the sender's run had
 * @param trades  of the re-run
 * @returns       the first difference, or null when all that can be compared are the same
 */
export function compareTrades(
  marks: readonly TradeMark[],
  count: number,
  trades: readonly Trade[],
): TradeDifference | null {
  const told = Math.min(marks.length, count);
  for (let index = 0; index < told; index++) {
    const sent = marks[index]!;
    const trade = trades[index];
    const here = trade ? markOf(trade) : null;
    if (!here || !agrees(sent, here)) return { index, sent, here };
  }
  const index = Math.min(count, trades.length);
  if (count === trades.length) return null;
  const extra = trades[index];
  return { index, sent: marks[index] ?? null, here: extra ? markOf(extra) : null };
}

function agrees(sent: TradeMark, here: TradeMark): boolean {
  const [market, entryBar, exitBar, , , , gain] = here;
  if (sent[0] !== market || sent[1] !== entryBar || sent[2] !== exitBar || sent[6] !== gain) return false;
  return [3, 4, 5].every((k) => sent[k] === null || sent[k] === here[k]);
}

function markOf(trade: Trade): TradeMark {
  const { market, side, quantity, entryBar, exitBar, entryPrice, exitPrice } = trade;
  return [
    market,
    entryBar,
    Number.isNaN(exitBar) ? STILL_OPEN : exitBar,
    rounded(side === 'long' ? quantity : -quantity),
    rounded(entryPrice),
    rounded(exitPrice),
    Number.isFinite(trade.return) ? trade.return : null,
  ];
}

/** Eight significant digits; null where there is no number. */
const rounded = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;
