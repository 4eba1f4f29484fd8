import { expect, it } from 'vitest';
import { spanOf, spanRange } from './span';

const DAY = 86_400_000;
const time = Float64Array.from({ length: 3000 }, (_, i) => Date.UTC(2010, 0, 1) + i * DAY);

it('starts at the same date so many months before', () => {
  const { from, to } = spanRange(time, '1Y');
  expect(to).toBe(3000);
  expect(time[to - 1]! - time[from]!).toBe(365 * DAY);
  expect(spanRange(time, 'All')).toEqual({ from: 0, to: 3000 });
});

it('shows all of data that are shorter, and nothing of none', () => {
  expect(spanRange(time.subarray(0, 10), '5Y')).toEqual({ from: 0, to: 10 });
  expect(spanRange(new Float64Array(), '1Y')).toEqual({ from: 0, to: 0 });
});

it('names the span on screen, within a bar', () => {
  const { from, to } = spanRange(time, '6M');
  expect(spanOf(time, { from: from + 1, to }, ['6M', '1Y', 'All'])).toBe('6M');
  expect(spanOf(time, { from: from + 10, to }, ['6M', '1Y', 'All'])).toBe(null);
});
