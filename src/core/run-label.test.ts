import { expect, it } from 'vitest';
import { runLabel } from './run-label';

it.each([
  [[20, 100], {}, '20 / 100'],
  [['true', 'ema'], { leverage: 2 }, 'true / ema, 1 setting'],
  [[], { leverage: 2, capital: 5 }, 'No parameters, 2 settings'],
] as const)('a run with %j and %j is called %s', (words, settings, label) => {
  expect(runLabel(words, settings)).toBe(label);
});
