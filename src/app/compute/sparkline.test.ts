import { expect, it } from 'vitest';
import type { OutputPreview } from '../../workers/compute-protocol';
import { sparkline } from './sparkline';

const preview = (low: number[], high: number[] = low): OutputPreview => ({
  begin: 0,
  beginTime: 0,
  low: Float64Array.from(low),
  high: Float64Array.from(high),
  time: new Float64Array(),
  values: new Float64Array(),
});

it('spans the box from the smallest to the largest value', () => {
  const { path, min, max, width } = sparkline(preview([0, 5, 10]));
  expect(path).toBe('M0 97.00L0 97.00L1 50.00L1 50.00L2 3.00L2 3.00');
  expect([min, max, width]).toEqual([0, 10, 2]);
});

it('draws a stretch from its low to its high', () => {
  expect(sparkline(preview([0, 0], [10, 10])).path).toBe('M0 97.00L0 3.00L1 3.00L1 97.00');
});

it('leaves gaps where there are no values, and keeps infinities inside the box', () => {
  const { path, min, max } = sparkline(preview([1, NaN, 2, Infinity]));
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path).toContain('L3 3.00');
  expect([min, max]).toEqual([1, 2]);
});

it('is a line in the middle for one value, and nothing for none', () => {
  expect(sparkline(preview([7, 7])).path).toContain('M0 50.00');
  expect(sparkline(preview([NaN, NaN]))).toMatchObject({ path: '', min: NaN });
  expect(sparkline(preview([])).path).toBe('');
  expect(sparkline(preview([-Infinity])).path).toBe('');
});
