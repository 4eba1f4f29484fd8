import type { Trade } from '../core/order';

/** Account by realised profits only, with how far each trade reached while it was held. Account currency. */
export interface TradeExcursions {
  /** Greatest fall below the highest realised equity before the trade, over all trades; 0 or above. */
  readonly deepestFall: number;
  /** Greatest rise above the lowest realised equity before the trade, over all trades; 0 or above. */
  readonly highestRise: number;
}

/**
 * How far the account fell and rose by TradingView's rule. For each trade, with the equity at its entry (capital and the
 * profits of the trades that had ended by then) and the highest and lowest such equity until then:
 * `highest - atEntry + quantity × worst price against it` and `atEntry - lowest + quantity × best price for it`.
 * Worst and best price include those inside bars, costs are left out until a trade ends.
 *
 * @param trades   trades of the run, also one that is still open
 * @param capital  starting cash
 * @see TradingView, help centre, Performance Summary: Max Drawdown and Max Run-up
 */
export function tradeExcursions(trades: readonly Trade[], capital: number): TradeExcursions {
  let equity = capital;
  let highest = capital;
  let lowest = capital;
  let deepestFall = 0;
  let highestRise = 0;
  let held: Trade[] = [];
  for (const trade of trades.toSorted((a, b) => a.entryBar - b.entryBar)) {
    const ended = held.filter(({ exitBar }) => exitBar <= trade.entryBar);
    for (const { pnl } of ended.sort((a, b) => a.exitBar - b.exitBar)) {
      equity += pnl;
      highest = Math.max(highest, equity);
      lowest = Math.min(lowest, equity);
    }
    held = held.filter((other) => !ended.includes(other));
    const value = entryValue(trade);
    deepestFall = Math.max(deepestFall, highest - equity - value * trade.mae);
    highestRise = Math.max(highestRise, equity - lowest + value * trade.mfe);
    held.push(trade);
  }
  return { deepestFall, highestRise };
}

/** Account currency: profit over return, which holds with multipliers and exchange rates too. */
const entryValue = ({ quantity, entryPrice, pnl, return: part }: Trade): number =>
  part !== 0 && Number.isFinite(pnl / part) ? pnl / part : quantity * entryPrice;
