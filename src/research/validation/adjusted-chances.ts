import type { Column } from '../../core/column';

/**
 * Benjamini and Hochberg's adjusted chances: `q(i) = min over j >= i of p(j) m / j` over the ascending chances. Naming all
 * with `q <= a` keeps the expected share of false ones among those named at `a` or less, for tests that are independent
 * or positively dependent.
 *
 * @param chances  `f64[m]`, in [0, 1]
 * @returns        `f64[m]`, in the same order, at most 1
 * @see Benjamini and Hochberg, Controlling the False Discovery Rate, Journal of the Royal Statistical Society B, 1995
 */
export const benjaminiHochberg = (chances: Column): Column => stepUp(chances, 1);

/**
 * The same under any dependence: chances times `1 + 1 / 2 + … + 1 / m`.
 *
 * @see Benjamini and Yekutieli, The Control of the False Discovery Rate under Dependency, Annals of Statistics, 2001
 */
export function benjaminiYekutieli(chances: Column): Column {
  let factor = 0;
  for (let i = 1; i <= chances.length; i++) factor += 1 / i;
  return stepUp(chances, factor);
}

function stepUp(chances: Column, factor: number): Column {
  const count = chances.length;
  const order = Array.from(chances.keys()).toSorted((a, b) => chances[a]! - chances[b]!);
  const out: Column = new Float64Array(count);
  let least = 1;
  for (let place = count - 1; place >= 0; place--) {
    const k = order[place]!;
    least = Math.min(least, (factor * chances[k]! * count) / (place + 1));
    out[k] = least;
  }
  return out;
}
