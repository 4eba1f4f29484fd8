import fc from 'fast-check';
import { expect, it } from 'vitest';
import { previewOutput } from './output-preview';

const times = (rows: number): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: rows }, (_, i) => 1000 * i);

it('gives each value its own stretch while there is room', () => {
  const preview = previewOutput(times(6), Float64Array.of(5, NaN, 7, 6), 2, 10, 2);
  expect(preview.low).toEqual(Float64Array.of(5, NaN, 7, 6));
  expect(preview.high).toEqual(preview.low);
  expect(preview).toMatchObject({ begin: 2, beginTime: 2000 });
  expect(preview.time).toEqual(Float64Array.of(4000, 5000));
  expect(preview.values).toEqual(Float64Array.of(7, 6));
});

it('loses no extreme, however few the stretches', () => {
  const value = fc.oneof({ weight: 9, arbitrary: fc.double({ noNaN: true }) }, fc.constant(NaN));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (list, n) => {
        const values = Float64Array.from(list);
        const { low, high } = previewOutput(times(values.length), values, 0, n, 5);
        const known = list.filter((x) => !Number.isNaN(x));
        const lows = [...low].filter((x) => !Number.isNaN(x));
        expect(low).toHaveLength(Math.min(n, list.length));
        expect(Math.min(...lows)).toBe(Math.min(...known));
        expect(Math.max(...[...high].filter((x) => !Number.isNaN(x)))).toBe(Math.max(...known));
        expect([...low].map(Number.isNaN)).toEqual([...high].map(Number.isNaN));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

it('is empty without values', () => {
  const preview = previewOutput(times(3), new Float64Array(), 0, 10, 10);
  expect(preview.low).toHaveLength(0);
  expect(preview.time).toHaveLength(0);
  expect(preview.beginTime).toBeNaN();
});
