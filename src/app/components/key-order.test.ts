import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOrder } from './key-order';

/** Lengths on both sides of the turn from comparing to counting. */
const keys = fc
  .tuple(
    fc.array(fc.oneof(fc.double(), fc.constantFrom(NaN, 0, -0, 1, -1, Infinity, -Infinity)), {
      minLength: 1,
      maxLength: 40,
    }),
    fc.constantFrom(1, 100),
  )
  .map(([some, times]) =>
    Float64Array.from({ length: some.length * times }, (_, k) => some[k % some.length]!),
  );

it('stands as by comparing, ties in order and NaN last, both ways', () => {
  fc.assert(
    fc.property(keys, fc.boolean(), (values, descending) => {
      const sign = descending ? -1 : 1;
      const expected = [...values.keys()].sort((a, b) => {
        const [x, y] = [values[a]!, values[b]!];
        if (Number.isNaN(x) || Number.isNaN(y)) return +Number.isNaN(x) - +Number.isNaN(y);
        return x < y ? -sign : x > y ? sign : 0;
      });
      expect([...keyOrder(values, descending)]).toEqual(expected);
    }),
    { numRuns: 60, seed: 7 },
  );
});
