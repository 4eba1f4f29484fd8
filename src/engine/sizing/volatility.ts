import type { MarketState } from '../market-state';

/**
 * Sample deviation of the last returns per bar of an instrument's closes, times the root of the bars a year.
 *
 * @param market  read up to its newest closed bar
 * @param bars    returns used, 2 or more
 * @returns       a fraction a year; NaN with fewer bars or a close that is no price
 */
export function volatilityOf(market: MarketState, bars: number): number {
  const { close } = market.bars;
  const last = market.index;
  if (last < bars || bars < 2) return NaN;
  let sum = 0;
  for (let i = last - bars + 1; i <= last; i++) sum += close[i]! / close[i - 1]! - 1;
  const mean = sum / bars;
  let squares = 0;
  for (let i = last - bars + 1; i <= last; i++) {
    const away = close[i]! / close[i - 1]! - 1 - mean;
    squares += away * away;
  }
  const deviation = Math.sqrt(squares / (bars - 1));
  return deviation < Infinity ? deviation * Math.sqrt(market.barsPerYear) : NaN;
}
