import { expect, it } from 'vitest';
import { closeLocation } from './close-location';

it('is -1 at the low, 0 in the middle and 1 at the high', () => {
  expect([2, 3, 4, 3.5].map((close) => closeLocation(4, 2, close))).toEqual([-1, 0, 1, 0.5]);
});

it('is 0 without range, and where the high is below the low', () => {
  expect(closeLocation(3, 3, 3)).toBe(0);
  expect(closeLocation(2, 4, 3)).toBe(0);
});

it.each([
  [NaN, 2, 3],
  [4, NaN, 3],
  [4, 2, NaN],
])('is NaN of %s, %s, %s', (high, low, close) => {
  expect(closeLocation(high, low, close)).toBeNaN();
});
