import { expect, it } from 'vitest';
import { lowerBound, upperBound } from './bounds';

it.each([
  [[], 3, 0, 0],
  [[1, 3, 3, 5], 0, 0, 0],
  [[1, 3, 3, 5], 3, 1, 3],
  [[1, 3, 3, 5], 4, 3, 3],
  [[1, 3, 3, 5], 5, 3, 4],
  [[1, 3, 3, 5], 9, 4, 4],
])('in %j, %d begins at %d and ends at %d', (column, value, lower, upper) => {
  expect([lowerBound(column, value), upperBound(column, value)]).toEqual([lower, upper]);
});
