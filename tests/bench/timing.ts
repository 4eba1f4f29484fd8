/** Nanoseconds of each of several runs, after one that is not counted. */
export function nanoseconds(runs: number, work: () => unknown): number[] {
  work();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1e6;
  });
}

/** Nanoseconds of one asynchronous run. */
export async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) * 1e6;
}

/** Middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** Rows of cells as lines, the first column to the left and numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join('  '),
  );
}
