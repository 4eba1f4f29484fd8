import { expect, it } from 'vitest';
import { SymmetricAverage } from './symmetric-average';

it('weighs the last four rows 1, 2, 2, 1', () => {
  const average = new SymmetricAverage();
  const values = [6, 0, 0, 0, 0, 12, NaN, 0, 0, 0, 0].map((x) => average.push(x));
  expect(values).toEqual([NaN, NaN, NaN, 1, 0, 2, NaN, NaN, NaN, NaN, 0]);
});
