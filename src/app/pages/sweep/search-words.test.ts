import { expect, it } from 'vitest';
import { objectiveWords, searchWords } from './search-words';

const axes = [
  { name: 'fast', values: [5, 10] },
  { name: 'slow', values: [40, 50, 60] },
];

it('tells how settings were chosen and how many were tried', () => {
  const grid = { axes, search: { method: 'grid' }, run: 5, dropped: 0, skipped: 1 } as const;
  expect(searchWords(grid)).toBe('Grid: 5 settings run, 1 left out by a rule.');
  expect(searchWords({ ...grid, run: 6, skipped: 0 })).toBe('Grid: 6 settings run.');
  const search = { method: 'random', trials: 4, seed: 7 } as const;
  expect(searchWords({ ...grid, search, run: 4, skipped: 0 })).toBe('Random, seed 7: 4 of 6 settings tried.');
  expect(searchWords({ ...grid, search: { ...search, method: 'halving' }, run: 1, dropped: 3 })).toBe(
    'Successive halving, seed 7: 4 of 6 settings tried; 3 dropped on early bars, 1 run on all.',
  );
});

it('tells what was looked for', () => {
  const objectives = [
    { formula: 'sharpe', goal: 'maximize' },
    { formula: 'maxDrawdown', goal: 'minimize' },
    { formula: 'cagr / maxDrawdown', goal: 'maximize' },
  ] as const;
  expect(objectiveWords({ objectives })).toBe(
    'Looked for: most Sharpe, yearly; least Deepest fall; most cagr / maxDrawdown.',
  );
});
