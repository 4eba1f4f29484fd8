import { expect, it } from 'vitest';
import { sweepOutcome } from '../../../../tests/support/sweep-outcome';
import { sharpeWithError, standsAlone } from './sweep-metric';

it('shows a Sharpe ratio with its standard error where that is known', () => {
  expect(sharpeWithError(0.8, 0.226)).toBe('0.80 ± 0.23');
  expect(sharpeWithError(0.8, NaN)).toBe('0.80');
  expect(sharpeWithError(NaN, NaN)).toBe('n/a');
});

it.each([
  ['a spike', 0.72, 0.46, 0.59, true],
  ['part of the plateau', 0.74, 0.64, 0.59, false],
  ['low with all around it', 0.3, 0.2, 0.59, false],
  ['without neighbours', 0.72, NaN, 0.59, false],
  ['without a plateau', 0.72, 0.46, null, false],
  ['without a Sharpe ratio', NaN, 0.46, 0.59, false],
] as const)('a setting that is %s', (_, sharpe, neighbours, floor, alone) => {
  const { trials } = sweepOutcome([{ name: 'fast', values: [5] }], [sharpe]);
  const around = { trials: { ...trials, neighbours: Float64Array.of(neighbours) } };
  expect(standsAlone(around, 0, floor)).toBe(alone);
});
