import type { Column } from '../core/column';
import { exp } from '../core/math/exp';
import { log } from '../core/math/log';
import type { Trade } from '../core/order';
import { alpha } from './alpha';
import { beta } from './beta';
import {
  bootstrapIntervals,
  type BootstrapInterval,
  type IntervalOptions,
  type Statistic,
} from './bootstrap-interval';
import { quotient } from './sample';
import { moments } from './moments';
import { sharpe } from './sharpe';
import { sortino } from './sortino';
import { volatility } from './volatility';

/** What the intervals of a run's figures are drawn from. */
export interface IntervalSample {
  /** `f64[n]`, simple returns per bar, fractions. */
  readonly returns: Column;
  /** `f64[n]`, those of the benchmark; null for none. */
  readonly benchmark: Column | null;
  /** Calendar years that the returns span. */
  readonly years: number;
  readonly barsPerYear: number;
  /** Risk-free rate per bar, fraction. */
  readonly riskFree: number;
  /** Trades with an exit. */
  readonly closed: readonly Trade[];
}

/** Figures of a run that have intervals. */
export const INTERVAL_KEYS = [
  'cagr',
  'volatility',
  'sharpe',
  'sortino',
  'maxDrawdown',
  'calmar',
  'alpha',
  'beta',
  'winRate',
  'profitFactor',
  'expectancy',
  'averageTrade',
] as const;

export type IntervalKey = (typeof INTERVAL_KEYS)[number];

/** null where the sample is too small or the figure undefined for some resample. */
export type FigureIntervals = Readonly<Record<IntervalKey, BootstrapInterval | null>>;

/**
 * Confidence intervals of the headline figures of a run by the stationary block bootstrap. Figures of bars are measured
 * on the same resampled bars, in blocks, so that they can be compared; those of trades on resampled trades, one by one.
 *
 * @param sample   returns, trades and scale
 * @param options  seed and settings; its mean block is that of the bars
 * @returns        null members below 30 returns or 30 trades and where a figure is undefined
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 */
export function figureIntervals(sample: IntervalSample, options: IntervalOptions): FigureIntervals {
  const bars = intervalsOf(
    sample.benchmark ? [sample.returns, sample.benchmark] : [sample.returns],
    barStatistics(sample),
    options,
  );
  const pnl = Float64Array.from(sample.closed, (trade) => trade.pnl);
  const parts = Float64Array.from(sample.closed, (trade) => trade.return);
  const trades = intervalsOf([pnl, parts], TRADE_STATISTICS, { ...options, meanBlock: 1 });
  const all = new Map([...bars, ...trades]);
  return Object.fromEntries(INTERVAL_KEYS.map((key) => [key, all.get(key) ?? null])) as FigureIntervals;
}

type NamedStatistic = readonly [IntervalKey, Statistic];

function intervalsOf(
  columns: readonly Column[],
  named: readonly NamedStatistic[],
  options: IntervalOptions,
): readonly (readonly [IntervalKey, BootstrapInterval | null])[] {
  const found = bootstrapIntervals(
    columns,
    named.map(([, statistic]) => statistic),
    options,
  );
  return named.map(([key], i) => [key, found[i] ?? null]);
}

function barStatistics({
  returns,
  years,
  barsPerYear,
  riskFree,
  benchmark,
}: IntervalSample): NamedStatistic[] {
  const growth = (drawn: Column): number | null => growthOf(drawn, (years * drawn.length) / returns.length);
  const ofReturns = (measure: (drawn: Column) => number | null): Statistic => {
    return ([drawn]) => (drawn ? measure(drawn) : null);
  };
  const alone: NamedStatistic[] = [
    ['cagr', ofReturns(growth)],
    ['volatility', ofReturns((drawn) => volatility(moments(drawn), barsPerYear))],
    ['sharpe', ofReturns((drawn) => sharpe(moments(drawn), barsPerYear))],
    ['sortino', ofReturns((drawn) => sortino(drawn, barsPerYear))],
    ['maxDrawdown', ofReturns(deepestOf)],
    ['calmar', ofReturns((drawn) => quotient(growth(drawn), deepestOf(drawn)))],
  ];
  if (!benchmark) return alone;
  const ofPair = (measure: (drawn: Column, held: Column) => number | null): Statistic => {
    return ([drawn, held]) => (drawn && held ? measure(drawn, held) : null);
  };
  return [
    ...alone,
    ['alpha', ofPair((drawn, held) => alpha(drawn, held, barsPerYear, riskFree))],
    ['beta', ofPair(beta)],
  ];
}

/** Growth a year of returns that span so many years; -1 when the account is lost. */
function growthOf(returns: Column, years: number): number | null {
  let product = 1;
  for (let i = 0; i < returns.length; i++) product *= 1 + returns[i]!;
  if (!(years > 0)) return null;
  return product > 0 ? exp(log(product) / years) - 1 : -1;
}

function deepestOf(returns: Column): number {
  let value = 1;
  let peak = 1;
  let least = 1;
  for (let i = 0; i < returns.length; i++) {
    value *= 1 + returns[i]!;
    if (value > peak) peak = value;
    else if (value < least * peak) least = value / peak;
  }
  return 1 - least;
}

const meanOf = (values: Column): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const TRADE_STATISTICS: readonly NamedStatistic[] = [
  ['winRate', ([pnl]) => (pnl ? pnl.filter((value) => value > 0).length / pnl.length : null)],
  ['profitFactor', ([pnl]) => (pnl ? factorOf(pnl) : null)],
  ['expectancy', ([pnl]) => (pnl ? meanOf(pnl) : null)],
  ['averageTrade', ([, parts]) => (parts ? meanOf(parts) : null)],
];

function factorOf(pnl: Column): number | null {
  let won = 0;
  let lost = 0;
  for (const value of pnl) {
    if (value > 0) won += value;
    else lost -= value;
  }
  return quotient(won, lost);
}
