import { describe, expect, it } from 'vitest';
import { randomWalk } from '../../../tests/support/random-walk';
import { DAY_MS } from '../../core/time';
import { compileOrThrow } from '../../script/plan-or-throw';
import type { ValidationId } from './shape';
import { validate, type Validation } from './validate';

/** Holds while the last bars rose: worthless on a random walk, right where returns carry over. */
const plan = compileOrThrow(`strategy('Follow', { capital: 100_000, fee: percent(0) })
const n = param('n', 2, { min: 1, max: 12, step: 1 })
const average = sma(close, n + 1)
if (close > average) buy({ size: percentOfEquity(95) })
if (close < average) exit()`);

const options = { resamples: 99, shuffles: 19, shuffledSettings: 2, orders: 59, entries: 19, noiseRuns: 19 };

const validated = (seed: number, carry: number): Promise<Validation> =>
  validate({
    plan,
    parameters: {},
    bars: randomWalk(seed, 800, carry),
    instrument: { name: 'Walk', currency: 'USD', zone: 'UTC', barsPerYear: 252 },
    intervalMs: DAY_MS,
    axes: [{ name: 'n', values: [1, 2, 4, 8] }],
    triesBefore: 0,
    options: { ...options, seed },
  });

const WORLDS = 20;
const passes = (worlds: readonly Validation[], id: ValidationId): number =>
  worlds.filter(({ results }) => results.find((result) => result.id === id)?.pass === true).length;

describe('random walks', async () => {
  const worlds: Validation[] = [];
  for (let seed = 1; seed <= WORLDS; seed++) worlds.push(await validated(seed, 0));

  it('are never called fair evidence', () => {
    expect(worlds.map(({ verdict }) => verdict.meter).filter((meter) => meter >= 3)).toEqual([]);
  });

  it.each([
    'reality_check',
    'superior_ability',
    'step_down',
    'bar_permutation',
    'deflated_sharpe',
    'false_discoveries',
  ] as const)('pass %s no more often than its level allows', (id) => {
    // 5 % of 20 worlds are 1, with a deviation of 0.97.
    expect(passes(worlds, id)).toBeLessThanOrEqual(1 + 4 * 0.97);
  });
});

describe('worlds whose returns carry over', async () => {
  const worlds: Validation[] = [];
  for (let seed = 1; seed <= 5; seed++) worlds.push(await validated(seed, 0.5));

  it.each([
    'reality_check',
    'superior_ability',
    'bar_permutation',
    'signal_permutation',
    'deflated_sharpe',
    'walk_forward_rolling',
    'walk_forward_anchored',
    'purged_k_fold',
    'combinatorial_purged',
    'random_entry',
  ] as const)('pass %s', (id) => {
    expect(passes(worlds, id)).toBeGreaterThanOrEqual(4);
  });
});
