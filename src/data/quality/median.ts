/**
 * Median by selection, in linear time on average; the mean of the middle two of an even number.
 * Reorders `values`. NaN for none.
 *
 * @see Hoare, Algorithm 65: Find, 1961
 */
export function median(values: Float64Array): number {
  if (values.length === 0) return NaN;
  const half = values.length >> 1;
  const upper = select(values, half);
  if (values.length % 2 === 1) return upper;
  let lower = -Infinity;
  for (let i = 0; i < half; i++) lower = Math.max(lower, values[i]!);
  return (lower + upper) / 2;
}

/**
 * The value that stands at `rank` in ascending order; smaller ones are then before it. Reorders `values`.
 *
 * @param rank from 0, below the length
 */
export function select(values: Float64Array, rank: number): number {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = middleOf(values[from]!, values[(from + to) >> 1]!, values[to]!);
    let [i, k] = [from, to];
    while (i <= k) {
      while (values[i]! < pivot) i++;
      while (values[k]! > pivot) k--;
      if (i > k) break;
      const held = values[i]!;
      values[i++] = values[k]!;
      values[k--] = held;
    }
    if (rank <= k) to = k;
    else if (rank >= i) from = i;
    else break;
  }
  return values[rank]!;
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
