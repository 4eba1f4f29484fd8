import type { Trade } from '../core/order';

/**
 * Greatest quantity held at any time: TradingView's max contracts held. Trades that overlap add up.
 *
 * @param trades  trades of one instrument, also one that is still open
 * @returns       units, 0 without trades
 * @see TradingView, help centre, Performance: Max contracts held
 */
export function largestPosition(trades: readonly Trade[]): number {
  const changes = trades.flatMap(({ entryBar, exitBar, quantity }) => [
    { bar: entryBar, change: quantity, opens: 1 },
    {
      bar: Number.isNaN(exitBar) ? Infinity : exitBar,
      change: -quantity,
      opens: entryBar === exitBar ? 2 : 0,
    },
  ]);
  let held = 0;
  let most = 0;
  for (const { change } of changes.sort((a, b) => a.bar - b.bar || a.opens - b.opens)) {
    held += change;
    most = Math.max(most, held);
  }
  return most;
}
