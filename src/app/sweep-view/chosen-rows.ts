import type { Column } from '../../core/column';
import { keyOrder } from '../components/key-order';

/** A range that a value must lie in. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** Rows whose values all lie in their ranges, in the order given; unknown values lie in none. */
export function rowsWithin(
  rows: Uint32Array,
  tests: readonly { readonly read: (row: number) => number; readonly range: ValueRange }[],
): Uint32Array {
  return tests.length === 0
    ? rows
    : rows.filter((row) =>
        tests.every(({ read, range }) => {
          const value = read(row);
          return value >= range.low && value <= range.high;
        }),
      );
}

/**
 * Rows for a picture that cannot show all: half of them the best, the others taken evenly from the rest.
 *
 * @param scores  higher is better; rows without one count as the worst
 * @returns       the best last, so that they lie above
 */
export function drawnRows(rows: Uint32Array, scores: Column, most: number): Uint32Array {
  const order = keyOrder(
    Float64Array.from(rows, (row) => scores[row]!),
    true,
  );
  const ranked = Uint32Array.from(order, (k) => rows[k]!);
  if (ranked.length <= most) return ranked.toReversed();
  const best = most >> 1;
  const rest = most - best;
  const every = (ranked.length - best) / rest;
  return Uint32Array.from({ length: most }, (_, k) =>
    k < rest ? ranked[best + Math.floor((rest - 1 - k) * every)]! : ranked[most - 1 - k]!,
  );
}
