import { expect, it } from 'vitest';
import type { SweepCell } from '../../../research/outcome';
import { sharpeWithError, standsAlone } from './sweep-metric';

const cell = (
  sharpe: number | null,
  neighbours: number | null = null,
  sharpeError: number | null = null,
): SweepCell => ({
  parameters: [10, 240],
  metrics: { totalReturn: 0, cagr: 0, sharpe, maxDrawdown: 0, trades: 16, finalEquity: 100_000 },
  exact: true,
  sharpeError,
  neighbours,
});

it('shows a Sharpe ratio with its standard error where that is known', () => {
  expect(sharpeWithError(cell(0.8, 0.72, 0.226))).toBe('0.80 ± 0.23');
  expect(sharpeWithError(cell(0.8))).toBe('0.80');
  expect(sharpeWithError(cell(null))).toBe('n/a');
});

it.each([
  ['a spike', 0.72, 0.46, 0.59, true],
  ['part of the plateau', 0.74, 0.64, 0.59, false],
  ['low with all around it', 0.3, 0.2, 0.59, false],
  ['without neighbours', 0.72, null, 0.59, false],
  ['without a plateau', 0.72, 0.46, null, false],
  ['without a Sharpe ratio', null, 0.46, 0.59, false],
] as const)('a cell that is %s', (_, sharpe, neighbours, floor, alone) => {
  expect(standsAlone(cell(sharpe, neighbours), floor)).toBe(alone);
});
