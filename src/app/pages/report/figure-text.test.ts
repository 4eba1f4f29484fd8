import { expect, it } from 'vitest';
import type { FigureWords } from '../../../research/tearsheet/shape';
import { aboutFigure, findFigures, intervalText } from './figure-text';

const figure = (key: string, name: string, rest: Partial<FigureWords> = {}): FigureWords => ({
  key,
  name,
  unit: 'ratio',
  formula: 'mean / deviation',
  reference: null,
  needs: 'nothing',
  higherIsBetter: true,
  ...rest,
});

it('writes a range in the unit of its figure, with signs', () => {
  expect(intervalText({ low: -0.14, high: 0.67 }, 'ratio', 'USD')).toBe('−0.14 to +0.67');
  expect(intervalText({ low: -0.013, high: 0.048 }, 'fraction a year', 'USD')).toBe(
    '−1.30\u202f% to +4.80\u202f%',
  );
});

it('says how a figure comes about', () => {
  expect(aboutFigure(figure('sharpe', 'Sharpe'))).toBe('mean / deviation.');
  expect(aboutFigure(figure('k', 'K', { needs: '30 trades', reference: 'Kestner, 1996' }))).toBe(
    'mean / deviation. Needs 30 trades. Kestner, 1996.',
  );
});

it('finds figures by every word of a search, also by their section', () => {
  const rows = [
    figure('sharpe', 'Sharpe ratio'),
    figure('sortino', 'Sortino ratio', { reference: 'Sortino, 1994' }),
  ];
  const keys = (query: string, section = 'Ratios'): string[] =>
    findFigures(rows, query, section).map(({ key }) => key);
  expect(keys('')).toEqual(['sharpe', 'sortino']);
  expect(keys('RATIO sor')).toEqual(['sortino']);
  expect(keys('1994')).toEqual(['sortino']);
  expect(keys('ratios sharpe')).toEqual(['sharpe']);
  expect(keys('ratios sharpe', 'Risk')).toEqual([]);
});
