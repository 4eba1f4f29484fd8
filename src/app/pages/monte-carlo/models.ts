import type { ModelName } from '../../../research/monte-carlo/path-model';

/** Models in the order in which they are offered, with what the choice says of each. */
export const MODELS = [
  { id: 'bootstrap', label: 'Blocks of past bars' },
  { id: 'trades', label: 'Trades in another order' },
  { id: 'history', label: 'Stretches of the past' },
  { id: 'gbm', label: 'Geometric Brownian motion' },
  { id: 'jumps', label: 'Jump diffusion' },
  { id: 'heston', label: 'Stochastic volatility' },
  { id: 'garch', label: 'Volatility in clusters' },
  { id: 'regimes', label: 'Two regimes' },
  { id: 'assets', label: 'Half in this run, half held' },
] as const satisfies readonly { readonly id: ModelName; readonly label: string }[];
