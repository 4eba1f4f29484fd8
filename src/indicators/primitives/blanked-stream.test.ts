import { expect, it } from 'vitest';
import { BlankedStream } from './blanked-stream';

/** Writes the number of the row, counted from the first full one. */
class Counting extends BlankedStream {
  protected override compute(_row: Float64Array, out: Float64Array, today: number): void {
    out[0] = today;
  }
}

const run = (lookback: number, rows: readonly number[]): number[] => {
  const stream = new Counting(lookback);
  const out = new Float64Array(1);
  return rows.map((x) => {
    stream.next(Float64Array.of(x), out);
    return out[0]!;
  });
};

it('gives NaN before the first full row and for the lookback from there', () => {
  expect(run(2, [NaN, NaN, 5, 5, 5, NaN, 5])).toEqual([NaN, NaN, NaN, NaN, 2, 3, 4]);
});

it('begins at once without lookback', () => {
  expect(run(0, [5, NaN])).toEqual([0, 1]);
});
