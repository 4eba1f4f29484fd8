import type { Column } from '../core/column';
import type { Metrics } from '../core/metrics';
import type { Fill, Trade } from '../core/order';
import { averageTrade } from './average-trade';
import { cagr } from './cagr';
import { calmar } from './calmar';
import { closedTrades } from './closed-trades';
import { costs } from './costs';
import { expectancy } from './expectancy';
import { exposure } from './exposure';
import { maxDrawdown } from './max-drawdown';
import { maxDrawdownDuration } from './max-drawdown-duration';
import { moments } from './moments';
import { profitFactor } from './profit-factor';
import { returns } from './returns';
import { sharpe } from './sharpe';
import { sortino } from './sortino';
import { totalReturn } from './total-return';
import { volatility } from './volatility';
import { winRate } from './win-rate';

/** What the headline figures are measured on. */
export interface Measurable {
  readonly series: {
    readonly time: Column;
    readonly equity: Column;
    readonly exposure: Column;
    readonly drawdown: Column;
  };
  readonly fills: readonly Fill[];
  readonly trades: readonly Trade[];
}

/**
 * All headline figures of a run. Each statistic stands in a file of its own, with formula, unit and edge cases.
 *
 * @param run          series, fills and trades of the run
 * @param barsPerYear  bars a year, for annualising
 */
export function measure({ series, fills, trades }: Measurable, barsPerYear: number): Metrics {
  const { equity, time, drawdown } = series;
  const perBar = returns(equity);
  const perBarMoments = moments(perBar);
  const closed = closedTrades(trades);
  const growth = cagr(equity, time);
  const deepest = maxDrawdown(drawdown);
  return {
    totalReturn: totalReturn(equity),
    cagr: growth,
    volatility: volatility(perBarMoments, barsPerYear),
    sharpe: sharpe(perBarMoments, barsPerYear),
    sortino: sortino(perBar, barsPerYear),
    maxDrawdown: deepest,
    maxDrawdownDuration: maxDrawdownDuration(drawdown),
    calmar: calmar(growth, deepest),
    winRate: winRate(closed),
    profitFactor: profitFactor(closed),
    expectancy: expectancy(closed),
    averageTrade: averageTrade(closed),
    exposure: exposure(series.exposure),
    trades: closed.length,
    finalEquity: equity[equity.length - 1] ?? NaN,
    costs: costs(fills),
  };
}
