import { expect, it } from 'vitest';
import { sameSpan } from './same-span';

const days = (from: number, count: number) => Float64Array.from({ length: count }, (_, i) => (from + i) * 10);

it('shows the same dates in other bars', () => {
  expect(sameSpan(days(0, 100), { from: 20, to: 60 }, days(10, 100))).toEqual({ from: 10, to: 50 });
});

it('counts bars of another length', () => {
  const twice = Float64Array.from({ length: 200 }, (_, i) => i * 5);
  expect(sameSpan(days(0, 100), { from: 20, to: 60 }, twice)).toEqual({ from: 40, to: 119 });
});

it('takes a range beyond the ends for the ends', () => {
  expect(sameSpan(days(0, 100), { from: -7.5, to: 112 }, days(0, 100))).toEqual({ from: 0, to: 100 });
});

it('is nothing where the other bars are of another time, or there are none', () => {
  expect(sameSpan(days(0, 100), { from: 20, to: 60 }, days(500, 100))).toBeNull();
  expect(sameSpan(days(0, 100), { from: 20, to: 60 }, new Float64Array())).toBeNull();
  expect(sameSpan(new Float64Array(), { from: 0, to: 0 }, days(0, 10))).toBeNull();
});
