import type { VisibleRange } from '../chart-props';

/** Fewest bars on screen. */
const MIN_SPAN = 8;

/** Empty room beyond either end of the data, as a share of the span. */
const MARGIN = 0.06;

/** Bars shown before anyone has chosen a range. */
const FIRST_VIEW = 200;

/** Bars from edge to edge. */
export const span = (range: VisibleRange): number => range.to - range.from;

/** All bars, with half a bar of air at the left and one at the right. */
export const fitRange = (count: number): VisibleRange => ({ from: 0, to: Math.max(count, MIN_SPAN) });

/** The newest bars. */
export const firstView = (count: number): VisibleRange =>
  clampRange({ from: count - FIRST_VIEW, to: count }, count);

/** Whether nothing was chosen yet. */
export const isUnset = (range: VisibleRange | undefined): boolean => !range || !(range.to > range.from);

/** Nearest range that shows data: not too narrow, not wider than all of it, hardly past its ends. */
export function clampRange(range: VisibleRange, count: number): VisibleRange {
  const widest = Math.max(count, MIN_SPAN);
  const width = Math.min(Math.max(span(range), Math.min(MIN_SPAN, widest)), widest * (1 + MARGIN));
  const middle = (range.from + range.to) / 2;
  const margin = width * MARGIN;
  const from = Math.min(Math.max(middle - width / 2, -margin), Math.max(count + margin - width, -margin));
  return { from, to: from + width };
}

/** Moved by so many bars, to later ones when positive. The span is kept. */
export const pan = (range: VisibleRange, bars: number, count: number): VisibleRange =>
  clampRange({ from: range.from + bars, to: range.to + bars }, count);

/**
 * Scaled around a place that stays where it is on screen.
 *
 * @param factor  new span over old; under 1 zooms in
 * @param anchor  place in bars
 */
export function zoom(range: VisibleRange, factor: number, anchor: number, count: number): VisibleRange {
  const width = Math.min(Math.max(span(range) * factor, MIN_SPAN), Math.max(count, MIN_SPAN) * (1 + MARGIN));
  const share = (anchor - range.from) / span(range);
  const from = anchor - share * width;
  return clampRange({ from, to: from + width }, count);
}

/** Least move that brings bar `i` inside, with a little air; the same object when it is inside. */
export function reveal(range: VisibleRange, i: number, count: number): VisibleRange {
  const air = Math.min(span(range) * 0.1, 20);
  if (i < range.from) return pan(range, i - air - range.from, count);
  if (i + 1 > range.to) return pan(range, i + 1 + air - range.to, count);
  return range;
}

/** Range that shows bars `first` to `last` with as much air again; keeps the span if it is wider. */
export function revealSpan(range: VisibleRange, first: number, last: number, count: number): VisibleRange {
  if (first >= range.from && last + 1 <= range.to) return range;
  const width = Math.max(span(range), (last + 1 - first) * 1.5);
  const middle = (first + last + 1) / 2;
  return clampRange({ from: middle - width / 2, to: middle + width / 2 }, count);
}

/** Centre of bar `i` in pixels from the left edge of a plot `width` pixels wide. */
export const barX = (range: VisibleRange, width: number, i: number): number =>
  ((i + 0.5 - range.from) / span(range)) * width;

/** Place in bars at `x` pixels; its floor is the bar there. */
export const placeAt = (range: VisibleRange, width: number, x: number): number =>
  range.from + (x / width) * span(range);

/** Bar at `x` pixels, kept to the bars that exist; null when there are none. */
export function barAtX(range: VisibleRange, width: number, x: number, count: number): number | null {
  if (count === 0) return null;
  return Math.min(Math.max(Math.floor(placeAt(range, width, x)), 0), count - 1);
}

/** Bars that touch the range, `[first, last)` as whole rows. */
export function visibleRows(range: VisibleRange, count: number): { first: number; last: number } {
  const first = Math.min(Math.max(Math.floor(range.from), 0), count);
  return { first, last: Math.max(Math.min(Math.ceil(range.to), count), first) };
}
