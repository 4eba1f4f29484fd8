import { expect, it } from 'vitest';
import { SLICE_AXIS, SLICE_FOOT, sliceLayout } from './slice';

const slice = {
  name: 'fast',
  values: [5, 10, 15, 20],
  at: [0, 1, null, 0.5],
  median: Float64Array.of(0, 0.5, NaN, 0.5),
  best: 10,
  mine: null,
};

it('places values from left to right, the greatest score on top, and breaks where nothing was run', () => {
  const { x, y, line, median, known } = sliceLayout(slice, SLICE_AXIS + 320, SLICE_FOOT + 120);
  expect([x(5), x(20)]).toEqual([10, 310]);
  expect([y(1), y(0)]).toEqual([10, 110]);
  expect(line).toBe('M10.0 110.0L110.0 10.0M310.0 60.0');
  expect(median).toBe('M10.0 110.0L110.0 60.0M310.0 60.0');
  expect(known).toEqual([0, 1, 3]);
});

it('survives a single value and no scores', () => {
  const one = sliceLayout({ ...slice, values: [5], at: [null], median: [NaN] }, 200, 100);
  expect(one.line).toBe('');
  expect(Number.isFinite(one.x(5))).toBe(true);
});
