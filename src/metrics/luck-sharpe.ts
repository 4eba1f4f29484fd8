import { normalQuantile } from '../core/math/normal';

const EULER_MASCHERONI = 0.5772156649015329;
const INVERSE_E = 0.36787944117144233;

/**
 * Best Sharpe ratio to be expected from luck alone when none of the tries is worth anything:
 * `deviation * ((1 - γ) Z(1 - 1 / N) + γ Z(1 - 1 / (N e)))`, the expected greatest of `N` normal draws.
 *
 * @param tries      settings tried, 1 or more
 * @param deviation  standard deviation of the Sharpe ratio over the tries
 * @returns          in the unit of `deviation`; 0 for a single try
 * @see Bailey and López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management, 2014
 */
export function luckSharpe(tries: number, deviation: number): number {
  if (!(tries > 1)) return 0;
  const first = normalQuantile(1 - 1 / tries);
  const second = normalQuantile(1 - INVERSE_E / tries);
  return deviation * ((1 - EULER_MASCHERONI) * first + EULER_MASCHERONI * second);
}
