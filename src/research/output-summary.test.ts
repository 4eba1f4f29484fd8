import { expect, it } from 'vitest';
import { summariseOutput } from './output-summary';

it('sums up values, NaN counted and left out of the extremes', () => {
  expect(summariseOutput(Float64Array.of(3, NaN, -1, 7, NaN, 2))).toEqual({
    count: 6,
    last: 2,
    min: -1,
    max: 7,
    nans: 2,
  });
});

it('keeps infinities, and a last value that is NaN', () => {
  expect(summariseOutput(Float64Array.of(-Infinity, Infinity, NaN))).toEqual({
    count: 3,
    last: NaN,
    min: -Infinity,
    max: Infinity,
    nans: 1,
  });
});

it.each([[Float64Array.of()], [Float64Array.of(NaN, NaN)]])(
  'has no extremes where there are no values',
  (values) => {
    expect(summariseOutput(values)).toEqual({
      count: values.length,
      last: NaN,
      min: NaN,
      max: NaN,
      nans: values.length,
    });
  },
);
