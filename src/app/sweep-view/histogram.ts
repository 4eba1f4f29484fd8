import { niceStep } from '../chart/geometry/value-ticks';
import { extentOf } from './extent';

/** Counts of values in classes of one width, aligned to a round number. */
export interface Histogram {
  readonly from: number;
  readonly step: number;
  readonly counts: readonly number[];
}

/**
 * Sorts values into about `classes` classes of a round width; values on an edge belong to the upper
 * class. Values that are not finite are left out.
 */
export function histogram(values: ArrayLike<number>, classes: number): Histogram {
  const reach = extentOf(values);
  if (!reach) return { from: 0, step: 1, counts: [] };
  const { low, high } = reach;
  const step = high > low ? niceStep((high - low) / classes) : niceStep(Math.max(Math.abs(low) / 10, 0.01));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const counts = Array.from({ length: last - first + 1 }, () => 0);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isFinite(value)) counts[Math.floor(value / step + 1e-9) - first]!++;
  }
  return { from: first * step, step, counts };
}

/** A vertical mark of the histogram. */
export interface HistogramMark {
  /** As `yours` or `by luck`. */
  readonly name: string;
  readonly value: number;
  readonly tone: 'yours' | 'index' | 'luck' | 'best';
}

/** A mark's label after marks at nearly one place were joined and rows were found for the rest. */
export interface MarkLabel {
  readonly text: string;
  readonly x: number;
  /** Left edge of the text. */
  readonly left: number;
  readonly row: number;
}

/**
 * Labels of marks: those closer than `join` pixels share one label, and labels that would touch go
 * to the next row.
 *
 * @param at     place of a value, pixels
 * @param write  text of a mark
 */
export function markLabels(
  marks: readonly HistogramMark[],
  at: (value: number) => number,
  write: (mark: HistogramMark) => string,
  measure: (text: string) => number,
  width: number,
  join = 6,
): MarkLabel[] {
  const sorted = [...marks].sort((a, b) => a.value - b.value);
  const groups: HistogramMark[][] = [];
  for (const mark of sorted) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && at(mark.value) - at(before.value) < join) group.push(mark);
    else groups.push([mark]);
  }
  const ends: number[] = [];
  return groups.map((group) => {
    const text = group.map(write).join(', ');
    const x = at(group[0]?.value ?? 0);
    const size = measure(text);
    const left = Math.min(Math.max(x - size / 2, 0), Math.max(width - size, 0));
    let row = 0;
    while ((ends[row] ?? -Infinity) > left - 8) row++;
    ends[row] = left + size;
    return { text, x, left, row };
  });
}
