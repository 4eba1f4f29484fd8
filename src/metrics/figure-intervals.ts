import type { Column } from '../core/column';
import { exp } from '../core/math/exp';
import { log } from '../core/math/log';
import { pow } from '../core/math/pow';
import type { Trade } from '../core/order';
import {
  jointIntervals,
  type BootstrapInterval,
  type IntervalOptions,
  type JointStatistic,
} from './bootstrap-interval';
import { quotient } from './sample';

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

const BAR_KEYS = [
  'cagr',
  'volatility',
  'sharpe',
  'sortino',
  'maxDrawdown',
  'calmar',
  'alpha',
  'beta',
] as const;
const TRADE_KEYS = ['winRate', 'profitFactor', 'expectancy', 'averageTrade'] as const;

/** Figures of a run that have intervals. */
export const INTERVAL_KEYS = [...BAR_KEYS, ...TRADE_KEYS] as const;

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
  const { returns, benchmark } = sample;
  const bars = jointIntervals(benchmark ? [returns, benchmark] : [returns], barStatistics(sample), options);
  const pnl = Float64Array.from(sample.closed, (trade) => trade.pnl);
  const parts = Float64Array.from(sample.closed, (trade) => trade.return);
  const trades = jointIntervals([pnl, parts], tradeStatistics, { ...options, meanBlock: 1 });
  const found = new Map<IntervalKey, BootstrapInterval | null>();
  BAR_KEYS.forEach((key, i) => found.set(key, bars[i] ?? null));
  TRADE_KEYS.forEach((key, i) => found.set(key, trades[i] ?? null));
  return Object.fromEntries(INTERVAL_KEYS.map((key) => [key, found.get(key) ?? null])) as FigureIntervals;
}

/** The figures of bars in two passes over them, in the order of `BAR_KEYS`. */
function barStatistics({ returns, years, barsPerYear, riskFree }: IntervalSample): JointStatistic {
  return ([drawn, held]) => {
    if (!drawn) return [];
    const path = pathOf(drawn);
    const { mean, heldMean, spread, heldSpread, joint } = momentsOf(drawn, held ?? drawn, path.sum);
    const year = Math.sqrt(barsPerYear);
    const deviation = Math.sqrt(spread);
    const growth = growthOf(path.product, (years * drawn.length) / returns.length);
    const downside = path.below > 0 ? (mean / Math.sqrt(path.below / drawn.length)) * year : null;
    const alone = [
      growth,
      deviation * year,
      quotient(mean * year, deviation),
      downside,
      path.deepest,
      quotient(growth, path.deepest),
    ];
    if (!held) return alone;
    const slope = quotient(joint, heldSpread);
    const perBar = slope === null ? null : mean - riskFree - slope * (heldMean - riskFree);
    return [...alone, perBar === null ? null : pow(Math.max(0, 1 + perBar), barsPerYear) - 1, slope];
  };
}

/** What depends on the order or the sign of returns: their sum, squares below zero, compound growth and deepest fall. */
function pathOf(returns: Column): { sum: number; below: number; product: number; deepest: number } {
  let sum = 0;
  let below = 0;
  let product = 1;
  let peak = 1;
  let least = 1;
  for (let i = 0; i < returns.length; i++) {
    const r = returns[i]!;
    sum += r;
    product *= 1 + r;
    if (r < 0) below += r * r;
    if (product > peak) peak = product;
    else if (product < least * peak) least = product / peak;
  }
  return { sum, below, product, deepest: 1 - least };
}

/** Means, sample variances and covariance; the mean of `a` from its sum. */
function momentsOf(a: Column, b: Column, sum: number) {
  const count = a.length;
  const mean = sum / count;
  let heldSum = 0;
  for (let i = 0; i < count; i++) heldSum += b[i]!;
  const heldMean = heldSum / count;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let i = 0; i < count; i++) {
    const x = a[i]! - mean;
    const y = b[i]! - heldMean;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const free = count - 1;
  return { mean, heldMean, spread: aa / free, heldSpread: bb / free, joint: ab / free };
}

/** Growth a year of returns that span so many years; -1 when the account is lost. */
function growthOf(product: number, years: number): number | null {
  if (!(years > 0)) return null;
  return product > 0 ? exp(log(product) / years) - 1 : -1;
}

/** The figures of trades in the order of `TRADE_KEYS`. */
const tradeStatistics: JointStatistic = ([pnl, parts]) => {
  if (!pnl || !parts) return [];
  let [wins, won, lost, whole] = [0, 0, 0, 0];
  for (let i = 0; i < pnl.length; i++) {
    const value = pnl[i]!;
    if (value > 0) {
      wins += 1;
      won += value;
    } else lost -= value;
    whole += parts[i]!;
  }
  const count = pnl.length;
  return [wins / count, quotient(won, lost), (won - lost) / count, whole / count];
};
