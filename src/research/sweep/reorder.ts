/**
 * Puts the rows of a table in another order, in its own memory.
 *
 * @param order  `order[k]` is the row that comes to stand at `k`; every row once
 * @param width  numbers of a row
 */
export function reorder(table: Float64Array | Float32Array, order: Uint32Array, width = 1): void {
  const moved = new Uint8Array(order.length);
  for (let start = 0; start < order.length; start++) {
    if (moved[start] === 1) continue;
    const first = table.slice(start * width, (start + 1) * width);
    let at = start;
    for (let from = order[at]!; from !== start; at = from, from = order[at]!) {
      table.copyWithin(at * width, from * width, (from + 1) * width);
      moved[at] = 1;
    }
    table.set(first, at * width);
    moved[at] = 1;
  }
}
