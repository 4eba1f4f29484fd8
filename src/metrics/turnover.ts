import type { Column } from '../core/column';
import type { Fill } from '../core/order';
import { finite } from './finite';
import { meanOf } from './mean-of';

/**
 * Turnover per bar: value bought and sold on the bar, both counted, over the equity at its close (as pyfolio with
 * the denominator `portfolio_value`).
 *
 * @param fills   fills of the run, on any number of instruments, money in account currency
 * @param equity  `f64[n]`, account value per bar
 * @returns       `f64[n]`, fractions, 0 or above; NaN on a bar whose equity is zero or less
 */
export function turnoverPerBar(fills: readonly Fill[], equity: Column): Column {
  const traded: Column = new Float64Array(equity.length);
  for (const { bar, quantity, price, rate } of fills) {
    if (bar >= 0 && bar < traded.length) traded[bar]! += Math.abs(quantity * price * rate);
  }
  return traded.map((value, i) => (equity[i]! > 0 ? value / equity[i]! : NaN));
}

/**
 * Turnover a year: mean turnover per bar times the bars a year; 2 means that the account was bought and sold once.
 *
 * @param fills           fills of the run
 * @param equity          `f64[n]`, account value per bar
 * @param periodsPerYear  bars a year
 * @returns               multiples of the equity a year, 0 or above; null for no bars or an equity of zero or less
 */
export function turnover(fills: readonly Fill[], equity: Column, periodsPerYear: number): number | null {
  const mean = meanOf(turnoverPerBar(fills, equity));
  return mean === null ? null : finite(mean * periodsPerYear);
}
