import type { Column } from '../core/column';
import { exp } from '../core/math/exp';
import { log } from '../core/math/log';
import { pow } from '../core/math/pow';
import type { Interval95 } from '../core/metrics';
import type { Trade } from '../core/order';
import { MOST_BLOCKS, RESAMPLES, range95, resampleSums } from './bootstrap';
import { yearsOf } from './cagr';
import { closedTrades } from './closed-trades';
import { wilsonRange } from './wilson';

/**
 * Fewer returns than this make no range of growth or Sharpe, a shorter time (years) none of growth, fewer trades
 * none of the average trade.
 */
export const RANGE_MINIMUM = { returns: 30, years: 0.25, trades: 5 } as const;

/** 95 % ranges of the headline figures; null where the sample is too small. */
export interface Ranges {
  readonly cagr: Interval95 | null;
  readonly sharpe: Interval95 | null;
  readonly winRate: Interval95 | null;
  readonly averageTrade: Interval95 | null;
  /** Growth a year less that of holding, drawn in pairs. */
  readonly gap: Interval95 | null;
}

/**
 * How sure the headline figures are. Growth, Sharpe and the gap to holding come from one stationary
 * block bootstrap of the bars (mean block: cube root of their number, at least 1/320 of it), drawn
 * for strategy and holding together; the average trade from a bootstrap of the trades; the win rate from Wilson's formula.
 *
 * @param equity       `f64[n]`, account value per bar
 * @param holding      `f64[n]`, value of holding per bar
 * @param time         `f64[n]`, Unix milliseconds
 * @param trades       trades of the run; one that is still open does not count
 * @param barsPerYear  bars a year, for annualising
 * @returns            percentile ranges; those of bars are null below 30 returns and when an account value is
 *                     zero or less, those of growth also below a quarter of a year, where a yearly figure says nothing
 */
export function ranges(
  equity: Column,
  holding: Column,
  time: Column,
  trades: readonly Trade[],
  barsPerYear: number,
): Ranges {
  const closed = closedTrades(trades);
  const wins = closed.filter((trade) => trade.pnl > 0).length;
  return {
    ...barRanges(equity, holding, yearsOf(time), barsPerYear),
    winRate: wilsonRange(wins, closed.length),
    averageTrade: averageTradeRange(closed),
  };
}

function barRanges(
  equity: Column,
  holding: Column,
  years: number,
  barsPerYear: number,
): Pick<Ranges, 'cagr' | 'sharpe' | 'gap'> {
  const count = equity.length - 1;
  if (count < RANGE_MINIMUM.returns || !(years > 0) || !allPositive(equity)) {
    return { cagr: null, sharpe: null, gap: null };
  }
  const [simple, square, grown] = returnColumns(equity);
  const comparable = allPositive(holding);
  const held = comparable ? returnColumns(holding)[2] : grown;
  const cagr: Column = new Float64Array(RESAMPLES);
  const gap: Column = new Float64Array(RESAMPLES);
  const sharpe: Column = new Float64Array(RESAMPLES);
  const block = Math.max(Math.round(pow(count, 1 / 3)), count / MOST_BLOCKS);
  resampleSums([simple, square, grown, held], block, (sums, b) => {
    const growth = exp(sums[2]! / years) - 1;
    cagr[b] = growth;
    gap[b] = growth - (exp(sums[3]! / years) - 1);
    sharpe[b] = sharpeOfSums(sums[0]!, sums[1]!, count) * Math.sqrt(barsPerYear);
  });
  const isLong = years >= RANGE_MINIMUM.years;
  return {
    cagr: isLong ? range95(cagr) : null,
    sharpe: range95(sharpe),
    gap: isLong && comparable ? range95(gap) : null,
  };
}

/** A resample without any movement counts as zero. */
function sharpeOfSums(sum: number, squares: number, count: number): number {
  const mean = sum / count;
  const variance = (squares - sum * mean) / (count - 1);
  return variance > 0 ? mean / Math.sqrt(variance) : 0;
}

function averageTradeRange(closed: readonly Trade[]): Interval95 | null {
  const count = closed.length;
  if (count < RANGE_MINIMUM.trades) return null;
  const means: Column = new Float64Array(RESAMPLES);
  const returns: Column = Float64Array.from(closed, (trade) => trade.return);
  resampleSums([returns], Math.max(1, count / MOST_BLOCKS), (sums, b) => {
    means[b] = sums[0]! / count;
  });
  return range95(means);
}

/** Simple returns, their squares, and logarithmic returns. */
function returnColumns(equity: Column): readonly [Column, Column, Column] {
  const simple: Column = new Float64Array(equity.length - 1);
  const square: Column = new Float64Array(simple.length);
  const grown: Column = new Float64Array(simple.length);
  for (let i = 0; i < simple.length; i++) {
    const ratio = equity[i + 1]! / equity[i]!;
    const change = ratio - 1;
    simple[i] = change;
    square[i] = change * change;
    grown[i] = change === 0 ? 0 : log(ratio);
  }
  return [simple, square, grown];
}

function allPositive(values: Column): boolean {
  for (let i = 0; i < values.length; i++) if (!(values[i]! > 0 && values[i]! < Infinity)) return false;
  return values.length > 0;
}
