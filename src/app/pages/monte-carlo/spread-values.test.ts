import { expect, it } from 'vitest';
import { classesOf } from './spread-values';

const of = (least: number, greatest: number, counts: readonly number[]) =>
  classesOf({ mean: 1, deviation: 0, quantiles: [], histogram: { least, greatest, counts } });

it('has the classes that were counted', () => {
  expect(of(0.5, 1.5, [1, 3, 2, 4])).toEqual({ from: 0.5, step: 0.25, counts: [1, 3, 2, 4] });
});

it('has one class for numbers that differ by rounding alone, or not at all', () => {
  expect(of(2, 2 + 4e-16, [3, 0, 7])).toMatchObject({
    from: expect.closeTo(1.98),
    step: expect.closeTo(0.04),
    counts: [10],
  });
  expect(of(0, 0, [5])).toEqual({ from: -0.5, step: 1, counts: [5] });
});
