import type { Bars } from '../core/bars';
import type { SharedStrategy, TradeMark } from '../core/share';
import type { TradeDifference } from './compare-trades';

/** A trade as one side tells it; null for what that side does not tell, or what is still open. */
export interface TradeSide {
  /** null where there is one instrument. */
  readonly instrument: string | null;
  readonly side: 'long' | 'short' | null;
  readonly quantity: number | null;
  readonly entryBar: number;
  readonly exitBar: number | null;
  /** Unix milliseconds; null for a bar that these data do not have. */
  readonly entryTime: number | null;
  readonly exitTime: number | null;
  readonly entryPrice: number | null;
  readonly exitPrice: number | null;
  readonly return: number | null;
}

/** The first trade that differs, both sides. */
export interface TradeSides {
  /** From 0. */
  readonly index: number;
  /** null where that side has no such trade, or does not tell it. */
  readonly sent: TradeSide | null;
  readonly here: TradeSide | null;
}

/**
 * Both sides of the first trade that differs, with the times of their bars.
 *
 * @param bars  of a dataset by its fingerprint, where it is at hand
 */
export function tradeSides(
  { index, sent, here }: TradeDifference,
  { data }: SharedStrategy,
  bars: (sha256: string) => Bars | undefined,
): TradeSides {
  const sideOf = (mark: TradeMark | null): TradeSide | null => {
    if (!mark) return null;
    const [market, entryBar, exitBar, quantity, entryPrice, exitPrice, gain] = mark;
    const set = data.sets[market];
    const time = set && bars(set.sha256)?.time;
    return {
      instrument: set?.alias ?? null,
      side: quantity === null ? null : quantity < 0 ? 'short' : 'long',
      quantity: quantity === null ? null : Math.abs(quantity),
      entryBar,
      exitBar: exitBar < 0 ? null : exitBar,
      entryTime: time?.[entryBar] ?? null,
      exitTime: time?.[exitBar] ?? null,
      entryPrice,
      exitPrice,
      return: gain,
    };
  };
  return { index, sent: sideOf(sent), here: sideOf(here) };
}
