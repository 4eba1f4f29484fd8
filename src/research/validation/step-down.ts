import type { Column } from '../../core/column';
import { formatCount } from '../../core/format';
import type { Contest } from './contest';
import { contestAssumptions, resampleFigures, type BenchmarkName, type ContestSetup } from './contest-setup';
import { chanceOf, SIGNIFICANCE } from './draws';
import { figure, ran, type ValidationResult, type ValidationTopic } from './shape';

export const stepDownTopic = (benchmark: BenchmarkName): ValidationTopic => ({
  id: 'step_down',
  name: 'Romano-Wolf step-down',
  question: `Which settings earn more than ${benchmark}, with a chance of 5 % or less to name even one that does not?`,
  assumptions: [
    ...contestAssumptions(benchmark),
    'Means are divided by their standard errors; the joint distribution of the settings is kept.',
  ],
  source:
    'Romano and Wolf, Stepwise Multiple Testing as Formalized Data Snooping, Econometrica, 2005; adjusted chances as in Romano and Wolf, Efficient Computation of Adjusted p-Values, Statistics and Probability Letters, 2016',
});

/**
 * Romano and Wolf's step-down chances: trials in order of `t = mean / error`, highest first; the chance of each is how
 * often the greatest of `(mean* - mean) / error` over it and all below reaches its `t`, and no smaller than that of the
 * one above. Trials without movement have a chance of 1.
 */
export class StepDown {
  readonly #means: Column;
  readonly #errors: Column;
  /** Trials that moved, highest statistic first. */
  readonly #order: readonly number[];
  readonly #statistics: Column;
  readonly #reached: Column;
  #resamples = 0;

  constructor({ means, errors }: Contest) {
    this.#means = means;
    this.#errors = errors;
    const statistic = (k: number): number => means[k]! / errors[k]!;
    this.#order = Array.from(means.keys())
      .filter((k) => errors[k]! > 0)
      .toSorted((a, b) => statistic(b) - statistic(a));
    this.#statistics = Float64Array.from(this.#order, statistic);
    this.#reached = new Float64Array(this.#order.length);
  }

  /** @param means  of a resample, one a trial */
  visit(means: Column): void {
    this.#resamples += 1;
    let greatest = -Infinity;
    for (let place = this.#order.length - 1; place >= 0; place--) {
      const k = this.#order[place]!;
      greatest = Math.max(greatest, (means[k]! - this.#means[k]!) / this.#errors[k]!);
      if (greatest >= this.#statistics[place]!) this.#reached[place]! += 1;
    }
  }

  /** `f64[trials]`, adjusted chance of each. */
  get chances(): Column {
    const out: Column = new Float64Array(this.#means.length).fill(1);
    let least = 0;
    this.#order.forEach((k, place) => {
      least = Math.max(least, chanceOf(this.#reached[place]!, this.#resamples));
      out[k] = least;
    });
    return out;
  }
}

/** It passes when the setting with the best Sharpe ratio is among those named. */
export function stepDown(
  chances: Column,
  best: number,
  contest: Contest,
  { benchmark, resamples, width }: ContestSetup,
): ValidationResult {
  const named = chances.filter((chance) => chance <= SIGNIFICANCE).length;
  return ran(stepDownTopic(benchmark), {
    figures: [
      figure('named', 'Settings named', 'count', named),
      figure('best', 'Adjusted chance of the best setting', 'chance', chances[best]!),
      figure('least', 'Least adjusted chance', 'chance', Math.min(...chances)),
      figure('trials', 'Settings', 'count', contest.columns.length),
      ...resampleFigures(contest, resamples, width),
    ],
    answer: `${named} of ${formatCount(chances.length, 'setting')} stand out after all comparisons.`,
    pass: chances[best]! <= SIGNIFICANCE,
  });
}
