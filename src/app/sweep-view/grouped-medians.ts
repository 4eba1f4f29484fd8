/**
 * Median of the finite values of each group; NaN for groups without any.
 *
 * @param values   one per row
 * @param groupOf  group of a row, from 0; negative for none
 */
export function groupedMedians(
  values: ArrayLike<number>,
  groupOf: (row: number) => number,
  groups: number,
): Float64Array {
  const starts = new Uint32Array(groups + 1);
  const counts = (row: number): number => (Number.isFinite(values[row]!) ? groupOf(row) : -1);
  for (let row = 0; row < values.length; row++) {
    const group = counts(row);
    if (group >= 0) starts[group + 1]!++;
  }
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const sorted = new Float64Array(starts[groups]!);
  const next = starts.slice();
  for (let row = 0; row < values.length; row++) {
    const group = counts(row);
    if (group >= 0) sorted[next[group]!++] = values[row]!;
  }
  return Float64Array.from({ length: groups }, (_, group) => {
    const own = sorted.subarray(starts[group]!, starts[group + 1]!).sort();
    const half = own.length >> 1;
    return own.length % 2 === 1 ? own[half]! : (own[half - 1]! + own[half]!) / 2;
  });
}
