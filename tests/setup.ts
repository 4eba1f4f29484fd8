import { expect } from 'vitest';

interface Tolerance {
  /** Relative to the expected value. */
  rtol?: number;
  atol?: number;
}

expect.extend({
  /** The one numeric matcher: rows equal within the tolerance, NaN only where NaN is expected. */
  toMatchColumn(actual: ArrayLike<number>, expected: ArrayLike<number | null>, tolerance: Tolerance = {}) {
    const { rtol = 0, atol = 0 } = tolerance;
    const row = firstDifference(actual, expected, rtol, atol);
    const found = row < 0 ? '' : `row ${row}: expected ${expected[row]}, got ${actual[row]}`;
    const length = `lengths ${actual.length} and ${expected.length}`;
    return { pass: row < 0, message: () => `${found} (${length}, rtol ${rtol}, atol ${atol})` };
  },
});

function firstDifference(
  actual: ArrayLike<number>,
  expected: ArrayLike<number | null>,
  rtol: number,
  atol: number,
): number {
  if (actual.length !== expected.length) return Math.min(actual.length, expected.length);
  for (let i = 0; i < actual.length; i++) {
    const want = expected[i] ?? NaN;
    const got = actual[i]!;
    if (Number.isNaN(want) || Number.isNaN(got)) {
      if (Number.isNaN(want) !== Number.isNaN(got)) return i;
    } else if (want !== got && !(Math.abs(got - want) <= atol + rtol * Math.abs(want))) return i;
  }
  return -1;
}

declare module 'vitest' {
  interface Matchers<T> {
    /** Rows equal within `rtol` and `atol`; NaN (or null) only equals NaN. */
    toMatchColumn(expected: ArrayLike<number | null>, tolerance?: Tolerance): T;
  }
}
