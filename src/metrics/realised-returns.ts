import type { Column } from '../core/column';
import type { Trade } from '../core/order';
import { periodReturns } from './period-returns';

/** Periods that the ratios by TradingView's rule need. */
export const REALISED_MINIMUM = 3;

/** Returns of the realised account by calendar period. */
export interface RealisedReturns {
  readonly period: 'month' | 'day';
  /** Periods of that length in a year, for the risk-free rate. */
  readonly periodsPerYear: number;
  /** Fractions. */
  readonly returns: Column;
}

/**
 * Returns of the account by realised profits only (capital and the trades that have ended), from one period's end to the
 * next: of months when the bars lie in three or more, else of days.
 *
 * @param time     `f64[n]`, Unix milliseconds, strictly increasing
 * @param closed   trades with an exit
 * @param capital  starting cash, above 0
 * @returns        null when the bars lie in fewer than three days
 * @see TradingView, help centre, Performance Summary: Sharpe Ratio
 */
export function realisedReturns(
  time: Column,
  closed: readonly Trade[],
  capital: number,
): RealisedReturns | null {
  const realised: Column = new Float64Array(time.length);
  for (const { exitBar, pnl } of closed) if (exitBar < realised.length) realised[exitBar]! += pnl;
  let equity = capital;
  for (let i = 0; i < realised.length; i++) realised[i] = equity += realised[i]!;
  const months = withStart(time, realised, capital, 'month');
  if (months.length >= REALISED_MINIMUM) return { period: 'month', periodsPerYear: 12, returns: months };
  const days = withStart(time, realised, capital, 'day');
  return days.length >= REALISED_MINIMUM ? { period: 'day', periodsPerYear: 365, returns: days } : null;
}

/** The first period counts from the capital, as a trade may end on the first bar. */
function withStart(time: Column, realised: Column, capital: number, period: 'month' | 'day'): Column {
  const { end, returns } = periodReturns(time, realised, period);
  if (end[0] !== undefined) returns[0] = realised[end[0]]! / capital - 1;
  return returns;
}
