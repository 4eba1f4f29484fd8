import type { Job } from '../core/job';
import { runMonteCarlo } from '../research/monte-carlo';
import { buildModel, type RunHistory } from '../research/monte-carlo/build-model';
import type { MonteCarloOutcome } from '../research/monte-carlo/outcome';
import type { BacktestAnswer } from './protocol';
import type { FuturesRequest } from './futures-protocol';

/** Possible futures of a run's account; beside it, for the model of assets, stands what the run is compared with. */
export function futuresAnswer(
  { outcome }: BacktestAnswer,
  { model, steps, ...ask }: FuturesRequest,
  job: Job,
): Promise<MonteCarloOutcome> {
  const { result, holding } = outcome;
  const history: RunHistory = {
    name: 'This run',
    equity: result.series.equity,
    trades: result.trades,
    capital: result.settings.capital,
    others: [{ name: 'Holding', equity: holding.equity }],
  };
  return runMonteCarlo(buildModel(model, history, steps), ask, job);
}
