import { deflatedSharpe } from '../metrics/deflated-sharpe';
import { luckSharpe } from '../metrics/luck-sharpe';
import { sharpeError, type SharpeSample } from '../metrics/sharpe-error';

/** What so many tries leave of the best of them. */
export interface LuckOfTheDraw {
  /** Chance that the true Sharpe ratio is above zero, in [0, 1]. */
  readonly chance: number;
  /** Best Sharpe ratio per bar that as many worthless tries are expected to reach. */
  readonly luck: number;
}

/**
 * How far luck explains the best of many tries, counted in one way for sweeps, validation and single runs: every try
 * counts as one of its own. Tries that go together are worth fewer independent ones, so that the chance that is told is
 * the least that the settings leave open; how many they are worth needs the returns of all of them, which a screened
 * sweep does not have, and validation tells it beside (`independentTries`).
 *
 * @param sample     of the best try, per bar
 * @param tries      all that were made, 1 or more
 * @param deviation  of the Sharpe ratio per bar over the tries; null where one of them is known: then that of worthless
 *                   tries, the ratio's own standard error at zero
 */
export const luckOfTheDraw = (
  sample: SharpeSample,
  tries: number,
  deviation: number | null,
): LuckOfTheDraw => ({
  chance: deflatedSharpe(sample, tries, deviation),
  luck: luckSharpe(tries, deviation ?? sharpeError({ ...sample, sharpe: 0 })),
});
