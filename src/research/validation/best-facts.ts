import { luckSharpe } from '../../metrics/luck-sharpe';
import type { SharpeSample } from '../../metrics/sharpe-error';
import type { EffectiveTrials } from './effective-trials';

/** What the statistics of the best setting are made from. */
export interface BestFacts {
  /** Of the best setting, per bar; null when its equity never moved. */
  readonly sample: SharpeSample | null;
  /** Standard deviation over the settings of the Sharpe ratio per bar; null for one setting. */
  readonly deviation: number | null;
  /** Settings tried on these data, those of this grid included. */
  readonly tries: number;
  readonly effective: EffectiveTrials | null;
  readonly barsPerYear: number;
}

/** Why nothing can be said of the best setting. */
export const STILL = 'The equity of every setting never moved.';

/**
 * How many independent tries all tries are worth: the larger of the two effective numbers, tries before included as the
 * rest, and the tries themselves at most. So few that luck would be below zero (the expected greatest of less than two
 * draws has no meaning) are worth one; null where the returns are too few to tell.
 */
export function independentTries({ tries, effective }: BestFacts): number | null {
  if (!effective) return null;
  const rho = Math.min(1, Math.max(0, effective.correlation));
  const worth = Math.min(tries, Math.max(rho + (1 - rho) * tries, effective.byEigenvalues));
  return luckSharpe(worth, 1) > 0 ? worth : 1;
}
