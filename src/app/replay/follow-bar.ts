import type { VisibleRange } from '../chart/chart-props';

/** Share of the visible range that stays free at the right of the newest bar. */
const FREE = 0.08;

/** The range that shows a bar near its right edge: unchanged where the bar is on it already, with room behind it. */
export function followBar(range: VisibleRange, bar: number): VisibleRange {
  const width = range.to - range.from;
  const isShown = bar >= range.from && bar + 1 <= range.to - (FREE / 2) * width;
  if (isShown) return range;
  const to = bar + 1 + FREE * width;
  return { from: to - width, to };
}
