import { lowerBound } from '../../core/bounds';
import type { Column } from '../../core/column';

/** Spans that the chart offers. */
export type Span = '6M' | '1Y' | '5Y' | 'All';

const MONTHS: Readonly<Record<Exclude<Span, 'All'>, number>> = { '6M': 6, '1Y': 12, '5Y': 60 };

/**
 * Rows of the last so many months.
 *
 * @param time  `f64[n]`, Unix ms, strictly increasing
 * @returns     `[from, to)`; all rows when the data are shorter
 */
export function spanRange(time: Column, span: Span): { from: number; to: number } {
  const to = time.length;
  if (span === 'All' || to === 0) return { from: 0, to };
  const start = new Date(time[to - 1]!);
  start.setUTCMonth(start.getUTCMonth() - MONTHS[span]);
  return { from: lowerBound(time, start.getTime()), to };
}

/** The span that a range shows, or null. */
export function spanOf(
  time: Column,
  range: { readonly from: number; readonly to: number },
  spans: readonly Span[],
): Span | null {
  const shows = (span: Span): boolean => {
    const { from, to } = spanRange(time, span);
    return Math.abs(range.from - from) < 1.5 && Math.abs(range.to - to) < 1.5;
  };
  return spans.find(shows) ?? null;
}
