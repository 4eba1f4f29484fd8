import type { Column } from '../../core/column';
import { formatPercent } from '../../core/format';
import type { Contest } from './contest';
import { contestAssumptions, resampleFigures, type BenchmarkName, type ContestSetup } from './contest-setup';
import { chanceOf, SIGNIFICANCE } from './draws';
import { figure, ran, type ValidationResult, type ValidationTopic } from './shape';

export const realityCheckTopic = (benchmark: BenchmarkName): ValidationTopic => ({
  id: 'reality_check',
  name: "White's reality check",
  question: `Does the best setting earn more than ${benchmark} on average, given that it is the best of all that were tried?`,
  assumptions: contestAssumptions(benchmark),
  source: 'White, A Reality Check for Data Snooping, Econometrica, 2000',
});

/**
 * White's reality check: how often the best of the settings, each put back to a mean of zero, comes as high in resamples
 * as the best did. `V = max(mean)`, `V* = max(mean* - mean)`, chance `(1 + #{V* >= V}) / (1 + resamples)`.
 */
export class RealityCheck {
  readonly #means: Column;
  readonly #best: number;
  #reached = 0;
  #resamples = 0;

  constructor({ means }: Contest) {
    this.#means = means;
    this.#best = Math.max(...means);
  }

  /** @param means  of a resample, one a trial */
  visit(means: Column): void {
    let best = -Infinity;
    for (let k = 0; k < means.length; k++) best = Math.max(best, means[k]! - this.#means[k]!);
    this.#resamples += 1;
    if (best >= this.#best) this.#reached += 1;
  }

  /** Chance in (0, 1]. */
  get chance(): number {
    return chanceOf(this.#reached, this.#resamples);
  }
}

/** It passes with a chance of 5 % or less. */
export function realityCheck(chance: number, contest: Contest, setup: ContestSetup): ValidationResult {
  const { benchmark, resamples, width } = setup;
  return ran(realityCheckTopic(benchmark), {
    figures: [
      figure('chance', 'Chance of the best by luck', 'chance', chance),
      figure('trials', 'Settings', 'count', contest.columns.length),
      ...resampleFigures(contest, resamples, width),
    ],
    answer: `Luck alone makes the best of ${contest.columns.length} settings look as good in ${formatPercent(chance)} of resamples.`,
    pass: chance <= SIGNIFICANCE,
  });
}
