import type { Column } from '../../core/column';

/**
 * Rows that no other row beats: none is at least as good in every score and better in one. Rows with an undefined score
 * are not on the front.
 *
 * @param scores  one column per objective, higher is better
 * @param rows    rows to look at
 * @returns       ascending
 */
export function paretoFront(scores: readonly Column[], rows: readonly number[]): readonly number[] {
  const known = rows.filter((row) => scores.every((column) => !Number.isNaN(column[row]!)));
  const [first] = scores;
  if (!first) return [];
  // one that comes later in this order never beats one before it, unless both are alike in the first score
  const order = known.toSorted((a, b) => first[b]! - first[a]! || a - b);
  let front: number[] = [];
  for (const row of order) {
    if (front.some((other) => beats(scores, other, row))) continue;
    front = front.filter((other) => !beats(scores, row, other));
    front.push(row);
  }
  return front.sort((a, b) => a - b);
}

function beats(scores: readonly Column[], one: number, other: number): boolean {
  let isBetter = false;
  for (const column of scores) {
    if (column[one]! < column[other]!) return false;
    if (column[one]! > column[other]!) isBetter = true;
  }
  return isBetter;
}
