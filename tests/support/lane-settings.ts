import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/settings';
import type { RandomSource } from './random-source';

/** Settings that lanes know, each at a value that changes fills. */
export const drawLaneSettings = (random: RandomSource, tickSize: number): RunSettings => ({
  ...DEFAULT_SETTINGS,
  capital: random.pick([1000, 100_000, 1e7]),
  feePercent: random.pick([0, 0.1, 1, -0.02]),
  feeMakerPercent: random.pick([NaN, NaN, 0.05]),
  feePerUnit: random.pick([0, 0, 0.01]),
  feePerOrder: random.pick([0, 0, 2]),
  feeMinimum: random.pick([0, 0, 5]),
  feeMaximumPercent: random.pick([0, 0, 0.5]),
  slippageBps: random.pick([0, 1, 25]),
  slippageTicks: random.pick([0, 0, 2]),
  spreadBps: random.pick([0, 0, 10]),
  spreadOn: random.pick(['both', 'entry'] as const),
  impactBps: random.pick([0, 0, 40]),
  impactQuadraticBps: random.pick([0, 0, 40]),
  slippageOn: random.pick(['all', 'all', 'market', 'trigger'] as const),
  slippageBound: random.pick(['none', 'none', 'bar'] as const),
  shorting: random.pick(['allow', 'allow', 'refuse'] as const),
  lotSize: random.pick([1, 0.001, 7]),
  tickSize,
  minNotional: random.pick([0, 0, 500]),
});
