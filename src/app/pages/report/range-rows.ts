import type { Interval95 } from '../../../core/metrics';
import type { BacktestOutcome } from '../../../research/outcome';
import { formatPointRange, formatRange } from '../../format';

/** One estimate on its range, as shares of the row's width. */
export interface RangeRow {
  readonly label: string;
  readonly unit: 'points' | 'ratio';
  readonly value: number;
  readonly words: string;
  readonly low: number;
  readonly high: number;
  readonly dot: number;
  readonly zero: number;
}

/** Room left at both ends of a row. */
const MARGIN = 0.06;

/** The estimates that have a range. */
export function rangeRows(outcome: BacktestOutcome): readonly RangeRow[] {
  const { metrics, holding, ranges } = outcome;
  const gap =
    metrics.cagr === null || holding.metrics.cagr === null ? null : metrics.cagr - holding.metrics.cagr;
  const rows = [
    placed('Gap to holding, points a year', 'points', gap, ranges.gap),
    placed('Sharpe, yearly', 'ratio', metrics.sharpe, ranges.sharpe),
    placed('Average trade, %', 'points', metrics.averageTrade, ranges.averageTrade),
  ];
  return rows.filter((row) => row !== null);
}

function placed(
  label: string,
  unit: RangeRow['unit'],
  value: number | null,
  range: Interval95 | null,
): RangeRow | null {
  if (value === null || range === null) return null;
  const from = Math.min(range.low, value, 0);
  const to = Math.max(range.high, value, 0);
  if (from === to) return null;
  const at = (x: number): number => MARGIN + ((x - from) / (to - from)) * (1 - 2 * MARGIN);
  const words = unit === 'points' ? formatPointRange(range) : formatRange(range);
  return { label, unit, value, words, low: at(range.low), high: at(range.high), dot: at(value), zero: at(0) };
}
