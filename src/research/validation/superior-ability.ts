import type { Column } from '../../core/column';
import { formatPercent } from '../../core/format';
import { log } from '../../core/math/log';
import type { Contest } from './contest';
import { contestAssumptions, resampleFigures, type BenchmarkName, type ContestSetup } from './contest-setup';
import { chanceOf, SIGNIFICANCE } from './draws';
import { figure, ran, type ValidationResult, type ValidationTopic } from './shape';

export const superiorAbilityTopic = (benchmark: BenchmarkName): ValidationTopic => ({
  id: 'superior_ability',
  name: "Hansen's test of superior predictive ability",
  question: `Does any setting earn more than ${benchmark}, when hopeless settings do not count against the good ones?`,
  assumptions: [
    ...contestAssumptions(benchmark),
    'Means are divided by their standard errors; settings far below the benchmark are left where they are (consistent), all poor ones are (lower) or none is (upper).',
  ],
  source: 'Hansen, A Test for Superior Predictive Ability, Journal of Business and Economic Statistics, 2005',
});

/** Chances by the three ways to put the settings back to the null. */
export interface SuperiorChances {
  readonly lower: number;
  readonly consistent: number;
  readonly upper: number;
}

/**
 * Hansen's test: `T = max(mean / error, 0)` against `T* = max((mean* - g) / error, 0)` over the trials, with `g` the mean
 * (upper), the mean where it is above zero (lower), or the mean where it is not below `-error √(2 ln ln n)` (consistent).
 * Trials without movement are left out. Chance `(1 + #{T* >= T}) / (1 + resamples)`.
 */
export class SuperiorAbility {
  readonly #errors: Column;
  readonly #centres: readonly [Column, Column, Column];
  readonly #statistic: number;
  readonly #reached = [0, 0, 0];
  #resamples = 0;

  /** @param isStudentised  whether means are divided by their errors, as in the paper */
  constructor({ columns, means, errors }: Contest, isStudentised = true) {
    const rows = columns[0]?.length ?? 0;
    const bound = Math.sqrt(2 * Math.max(0, log(Math.max(1, log(Math.max(1, rows))))));
    this.#errors = errors.map((error) => (isStudentised || error === 0 ? error : 1));
    this.#centres = [
      means.map((mean) => Math.max(mean, 0)),
      means.map((mean, k) => (mean >= -errors[k]! * bound ? mean : 0)),
      means,
    ];
    this.#statistic = this.#greatest(means, null);
  }

  /** Greatest of the studentised distances to a centre, 0 at least. */
  #greatest(means: Column, centre: Column | null): number {
    let greatest = 0;
    for (let k = 0; k < means.length; k++) {
      const error = this.#errors[k]!;
      if (error > 0) greatest = Math.max(greatest, (means[k]! - (centre ? centre[k]! : 0)) / error);
    }
    return greatest;
  }

  /** @param means  of a resample, one a trial */
  visit(means: Column): void {
    this.#resamples += 1;
    this.#centres.forEach((centre, k) => {
      if (this.#greatest(means, centre) >= this.#statistic) this.#reached[k]! += 1;
    });
  }

  get chances(): SuperiorChances {
    const [lower = NaN, consistent = NaN, upper = NaN] = this.#reached.map((reached) =>
      chanceOf(reached, this.#resamples),
    );
    return { lower, consistent, upper };
  }
}

/** It passes with a consistent chance of 5 % or less. */
export function superiorAbility(
  { lower, consistent, upper }: SuperiorChances,
  contest: Contest,
  { benchmark, resamples, width }: ContestSetup,
): ValidationResult {
  return ran(superiorAbilityTopic(benchmark), {
    figures: [
      figure('consistent', 'Chance, consistent', 'chance', consistent),
      figure('lower', 'Chance, lower bound', 'chance', lower),
      figure('upper', 'Chance, upper bound', 'chance', upper),
      figure('trials', 'Settings', 'count', contest.columns.length),
      ...resampleFigures(contest, resamples, width),
    ],
    answer: `Luck alone reaches the strongest setting in ${formatPercent(consistent)} of resamples (${formatPercent(lower)} to ${formatPercent(upper)} by the bounds).`,
    pass: consistent <= SIGNIFICANCE,
  });
}
