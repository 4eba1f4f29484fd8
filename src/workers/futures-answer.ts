import { runMonteCarlo } from '../research/monte-carlo';
import { buildModel, type RunHistory } from '../research/monte-carlo/build-model';
import type { MonteCarloOutcome } from '../research/monte-carlo/outcome';
import { byPool } from './by-pool';
import { coreCount } from './core-count';
import type { FuturesRequest } from './futures-protocol';
import type { WatchedJob } from './jobs';
import { PathPool } from './path-pool';
import type { BacktestAnswer } from './protocol';

/** Path-steps below which starting other workers takes longer than the paths. */
const WORTH_WORKERS = 1_000_000;

/** Possible futures of a run's account; beside it, for the model of assets, stands what the run is compared with. */
export async function futuresAnswer(
  { outcome }: BacktestAnswer,
  { model: name, steps, ...ask }: FuturesRequest,
  job: WatchedJob,
): Promise<MonteCarloOutcome> {
  const { result, holding } = outcome;
  const history: RunHistory = {
    name: 'This run',
    equity: result.series.equity,
    trades: result.trades,
    capital: result.settings.capital,
    others: [{ name: 'Holding', equity: holding.equity }],
  };
  const model = buildModel(name, history, steps);
  if (ask.paths * model.steps < WORTH_WORKERS) return runMonteCarlo(model, ask, job);
  const pool = new PathPool(coreCount(), name, history, steps);
  return byPool(pool, job, () => runMonteCarlo(model, ask, job, pool));
}
