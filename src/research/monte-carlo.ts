import { checkInteger, checkRange } from '../core/check';
import { formatPercent } from '../core/format';
import type { Job } from '../core/job';
import { quantile } from '../metrics/quantile';
import { wilsonRange } from '../metrics/wilson';
import { convergence } from './monte-carlo/convergence';
import { pathDistribution } from './monte-carlo/distribution';
import {
  FAN_SHARES,
  type Chance,
  type Fan,
  type MonteCarloOutcome,
  type PathDistribution,
} from './monte-carlo/outcome';
import { PathBook } from './monte-carlo/path-fold';
import { PATH_LIMITS } from './monte-carlo/path-limits';
import type { PathModel } from './monte-carlo/path-model';
import { cutPaths, pathMaker, type PathMaker } from './monte-carlo/path-pieces';
import { tailLoss } from './monte-carlo/tail-loss';
import { STUDY_PATHS, varianceTechniques } from './monte-carlo/variance-techniques';
import { inOrder } from './in-order';
import { Stages } from './stages';

/** How many futures are made, and what is asked of them. */
export interface MonteCarloRequest {
  /** Integer in [100, 1,000,000]. */
  readonly paths: number;
  /** Integer in [0, 2^53). */
  readonly seed: number;
  /** Loss from the start that counts as ruin, a fraction in [0.01, 0.999]. */
  readonly ruinLoss: number;
  /** Gain from the start that is the goal, a fraction in [0.001, 1000]. */
  readonly goalGain: number;
}

export const MONTE_CARLO_DEFAULTS: MonteCarloRequest = {
  paths: 10_000,
  seed: 1,
  ruinLoss: 0.5,
  goalGain: 0.5,
};

const TAILS = [0.05, 0.01] as const;

/**
 * Makes possible futures of an account and says how they spread. The same model, seed and number of paths give the same
 * outcome to the bit. Paths are folded as they come; what is kept are their values at up to 128 steps (64 MB at most) and
 * their deepest falls, so that quantiles are exact and memory does not grow with the steps.
 *
 * @param model    made by `buildModel`
 * @param request  paths, seed, ruin and goal
 * @param job      asked between pieces, so that long work can be watched and cancelled
 * @param maker    makes the paths, which may use workers: the outcome is the same to the bit; this thread when omitted
 *
 * @throws BacktabError `parameter_out_of_range`, `cancelled` by the job
 */
export async function runMonteCarlo(
  model: PathModel,
  request: MonteCarloRequest,
  job: Job,
  maker: PathMaker = pathMaker(model),
): Promise<MonteCarloOutcome> {
  check(model, request);
  const { paths, seed, ruinLoss, goalGain } = request;
  const fold = new PathBook(model.steps, paths);
  const stages = new Stages(inPaths(job, paths), [paths, STUDY_PATHS]);
  const starts = cutPaths(paths, model.steps, maker.steps).map(
    (span) => () => maker.fold({ ...span, seed, bounds: request, kept: fold.kept }),
  );
  await inOrder(starts, maker.depth, stages.next(), (part) => fold.add(part));
  const techniques = await varianceTechniques(model, seed, maker, stages.next());
  const ends = fold.values.at(-1) ?? new Float64Array(0);
  const settled = convergence(ends);
  const losses = ends.reduce((hits, value) => hits + (value < 1 ? 1 : 0), 0);
  // Sorts the columns of the fold in place: from here on `ends` is ascending.
  const fan = await fanOf(fold, () => stages.finish());
  const independent = Math.min(paths, model.independent ?? paths);
  const chance = (hits: number): Chance => chanceOf(hits, paths, independent);
  const terminal = pathDistribution(ends);
  const found = {
    ...notesOf(model),
    seed,
    paths,
    steps: model.steps,
    ruinLoss,
    goalGain,
    fan,
    terminal,
    drawdown: pathDistribution(fold.drawdowns.toSorted()),
    loss: chance(losses),
    ruin: chance(fold.ruined),
    goal: chance(fold.reached),
    tails: endsAlike(terminal) ? [] : TAILS.map((tail) => tailLoss(ends, tail, independent)),
    convergence: settled,
    techniques,
  };
  return { ...found, answer: answerOf(found) };
}

function check({ steps }: PathModel, { paths, seed, ruinLoss, goalGain }: MonteCarloRequest): void {
  checkInteger('paths', paths, ...PATH_LIMITS.paths);
  checkInteger('steps', steps, ...PATH_LIMITS.steps);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  checkRange('ruin', ruinLoss, 0.01, 0.999);
  checkRange('goal', goalGain, 0.001, 1000);
}

function notesOf({ name, title, question, assumptions, parameters, unit }: PathModel) {
  return { name, title, question, assumptions, parameters, unit };
}

/** Tells progress in whole paths. */
const inPaths = (job: Job, paths: number): Job => {
  const all = paths + STUDY_PATHS;
  return {
    checkpoint: (done, total) => job.checkpoint(total > 0 ? Math.round((done / total) * all) : 0, all),
  };
};

/** Sorts the kept columns one by one. */
async function fanOf(fold: PathBook, turn: () => Promise<void>): Promise<Fan> {
  const quantiles = FAN_SHARES.map((): number[] => [1]);
  for (const column of fold.values) {
    await turn();
    column.sort();
    FAN_SHARES.forEach((share, k) => quantiles[k]?.push(quantile(column, share)));
  }
  return { steps: [0, ...fold.kept], quantiles };
}

/** A share of all paths, with the range that as many independent ones give. */
function chanceOf(hits: number, paths: number, independent: number): Chance {
  const share = hits / paths;
  const range = wilsonRange(share * independent, independent) ?? { low: 0, high: 1 };
  return { share, hits, range };
}

/** Whether all paths end with the same account, but for rounding. */
const endsAlike = ({ mean, deviation }: PathDistribution): boolean => deviation <= 1e-9 * mean;

function answerOf(found: Omit<MonteCarloOutcome, 'answer'>): string {
  const { terminal, drawdown, loss, ruin, goal, steps, unit, ruinLoss, goalGain } = found;
  const change = (share: number): string =>
    formatPercent((terminal.quantiles[FAN_SHARES.findIndex((known) => known === share)] ?? NaN) - 1, {
      signed: true,
    });
  const fall = (share: number): string =>
    formatPercent(drawdown.quantiles[FAN_SHARES.findIndex((known) => known === share)] ?? NaN);
  return (
    (endsAlike(terminal)
      ? `After ${steps} ${unit}s the account has changed by ${change(0.5)} in every path. `
      : `After ${steps} ${unit}s the account has changed by ${change(0.05)} to ${change(0.95)} in nine paths of ten, ` +
        `median ${change(0.5)}; it ends below its start with a chance of ${formatPercent(loss.share)}. `) +
    `The deepest fall is ${fall(0.5)} in the median and ${fall(0.95)} or more in one path of twenty. ` +
    `A loss of ${formatPercent(ruinLoss, { decimals: 0 })} comes first in ${formatPercent(ruin.share)} of the paths, ` +
    `a gain of ${formatPercent(goalGain, { decimals: 0 })} in ${formatPercent(goal.share)}.`
  );
}
