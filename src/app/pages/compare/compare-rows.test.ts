import { expect, it } from 'vitest';
import type { Metrics } from '../../../core/metrics';
import { comparedRows } from './compare-rows';

const metrics = (rest: Partial<Metrics>): Metrics => ({
  totalReturn: null,
  cagr: null,
  volatility: null,
  sharpe: null,
  sortino: null,
  maxDrawdown: null,
  maxDrawdownDuration: null,
  calmar: null,
  winRate: null,
  profitFactor: null,
  expectancy: null,
  averageTrade: null,
  exposure: null,
  trades: 0,
  finalEquity: 0,
  costs: 0,
  ...rest,
});

const rowOf = (runs: readonly Metrics[], base: number, key: keyof Metrics) =>
  comparedRows(runs, base).find(({ info }) => info.key === key)?.cells ?? [];

it('names the best and the worst by what is better of the figure', () => {
  const runs = [
    metrics({ sharpe: 0.2, maxDrawdown: 0.3 }),
    metrics({ sharpe: 0.8, maxDrawdown: 0.1 }),
    metrics({ sharpe: 0.5, maxDrawdown: 0.2 }),
  ];
  expect(rowOf(runs, 0, 'sharpe').map(({ rank }) => rank)).toEqual(['worst', 'best', null]);
  expect(rowOf(runs, 0, 'maxDrawdown').map(({ rank }) => rank)).toEqual(['worst', 'best', null]);
});

it('measures differences against the run chosen', () => {
  const runs = [metrics({ cagr: 0.25 }), metrics({ cagr: 0.75 }), metrics({})];
  expect(rowOf(runs, 1, 'cagr').map(({ difference }) => difference)).toEqual([-0.5, null, null]);
});

it('ranks nothing that is equal, alone or without merit, and treats infinity as unknown', () => {
  expect(
    rowOf([metrics({ sharpe: 1 }), metrics({ sharpe: 1 })], 0, 'sharpe').map(({ rank }) => rank),
  ).toEqual([null, null]);
  expect(rowOf([metrics({ sharpe: 1 })], 0, 'sharpe')[0]?.rank).toBeNull();
  expect(rowOf([metrics({ trades: 1 }), metrics({ trades: 9 })], 0, 'trades')[1]?.rank).toBeNull();
  expect(
    rowOf([metrics({ profitFactor: Infinity }), metrics({ profitFactor: 2 })], 1, 'profitFactor')[0],
  ).toEqual({ value: null, difference: null, rank: null });
});
