import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankColumns } from './ranks';

const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN));

it('orders any two averages of a bar as their values are ordered, and knows what is not known', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }).chain((columns) =>
        fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
          minLength: 1,
          maxLength: 20,
        }),
      ),
      (rows) => {
        const columns = rows[0]!.map((_, k) => Float64Array.from(rows, (row) => row[k]!));
        const { stride, words } = rankColumns(columns, rows.length);
        const rank = (i: number, k: number): number =>
          (words[i * stride + (k >> 1)]! >>> (16 * (k & 1))) & 0xffff;
        rows.forEach((row, i) => {
          row.forEach((x, a) => {
            expect(rank(i, a) === 0).toBe(Number.isNaN(x));
            row.forEach((y, b) => {
              const areKnown = !Number.isNaN(x) && !Number.isNaN(y);
              expect(areKnown && Math.sign(rank(i, a) - rank(i, b))).toBe(areKnown && Math.sign(x - y));
            });
          });
        });
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

it('ranks nothing', () => {
  expect(rankColumns([], 3)).toEqual({ stride: 0, words: new Uint32Array() });
});
