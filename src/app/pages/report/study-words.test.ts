import { expect, it } from 'vitest';
import type { SensitivityStudy, VariantFigures, VariantResult } from '../../../research/sensitivity/shape';
import { divergingShare, studyColumns, studyGrid, variantWords } from './study-words';

const figures = (rest: Partial<VariantFigures>): VariantFigures => ({
  cagr: null,
  sharpe: null,
  totalReturn: null,
  maxDrawdown: null,
  profitFactor: null,
  trades: 29,
  costs: 0,
  ...rest,
});

const result = (label: string, at: readonly number[], rest: Partial<VariantFigures>): VariantResult => ({
  label,
  at,
  figures: figures(rest),
});

const study = (rest: Partial<SensitivityStudy>): SensitivityStudy => ({
  kind: 'delay',
  question: '',
  assumptions: [],
  axes: [],
  metric: 'cagr',
  base: figures({}),
  results: [],
  summary: { known: 0, variants: 0, median: null, aboveZero: null, worst: null, best: null },
  answer: '',
  ...rest,
});

it('says what a variant found', () => {
  expect(variantWords(result('3 bars late', [3], { cagr: -0.004, trades: 1 }), 'cagr')).toBe(
    '3 bars late: −0.4\u202f%, 1 trade.',
  );
  expect(variantWords(result('in time', [0], { sharpe: 0.26 }), 'sharpe')).toBe('In time: +0.26, 29 trades.');
  expect(variantWords(result('in time', [0], {}), 'sharpe')).toContain('n/a');
});

it('stands variants in columns, named by their place or their day', () => {
  const results = [result('from 2001-01-02', [250], { cagr: 0.02 }), result('from 2002-01-02', [500], {})];
  expect(studyColumns(study({ kind: 'start', results })).map(({ label, value }) => [label, value])).toEqual([
    ['2001-01-02', 0.02],
    ['2002-01-02', NaN],
  ]);
  expect(studyColumns(study({ kind: 'delay', results }))[0]?.label).toBe('250');
});

it('lays two axes out as a table and marks the run as it is', () => {
  const axes = [
    { name: 'Fees', unit: 'times', values: [0, 1] },
    { name: 'Slippage', unit: 'times', values: [1, 2] },
  ];
  const results = [
    result('a', [0, 1], { cagr: 0.3, costs: 1, totalReturn: 3 }),
    result('b', [1, 1], { cagr: 0.2, costs: 2, totalReturn: 2 }),
    result('c', [1, 2], { cagr: 0.1, costs: 3, totalReturn: 1 }),
  ];
  const grid = studyGrid(study({ axes, results, base: figures({ costs: 2, totalReturn: 2 }) }));
  expect(grid.columns).toEqual([1, 2]);
  expect(grid.rows.map(({ value, cells }) => [value, cells.map((cell) => cell?.value ?? null)])).toEqual([
    [0, [0.3, null]],
    [1, [0.2, 0.1]],
  ]);
  expect(grid.rows.flatMap(({ cells }) => cells.map((cell) => cell?.asRun ?? false))).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

it('puts zero in the middle of the scale', () => {
  expect([divergingShare(0, 2), divergingShare(2, 2), divergingShare(-2, 2), divergingShare(-9, 2)]).toEqual([
    0.5, 1, 0, 0,
  ]);
  expect(divergingShare(1, 0)).toBe(0.5);
});
