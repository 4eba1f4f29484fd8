import type { Rounds, Search } from './search';

/** Of each round the best one in so many goes on, on so many times the bars. */
const KEPT_ONE_IN = 3;
/** Looks before the last round, at most. */
const MOST_LOOKS = 3;
/** Bars that a first look needs. */
const FEWEST_BARS = 500;

/**
 * Successive halving by thirds: all settings are tried on early bars, the best third of them on three times as many, and
 * so on; what is left is tried on all bars. A first look reads bars from the first one on, never later ones.
 *
 * @param places  settings to begin with, ascending
 * @param rows    bars of the run
 * @see Jamieson and Talwalkar, Non-stochastic Best Arm Identification and Hyperparameter Optimization, AISTATS, 2016
 */
export function halving(places: Float64Array, rows: number): Search {
  let looks = 0;
  const enoughFor = (more: number): boolean =>
    rows / KEPT_ONE_IN ** more >= FEWEST_BARS && places.length / KEPT_ONE_IN ** more >= KEPT_ONE_IN;
  while (looks < MOST_LOOKS && enoughFor(looks + 1)) looks += 1;
  const trials = Array.from({ length: looks }).reduce<number>((left) => kept(left), places.length);
  return { trials, tried: places.length, skipped: 0, rounds: rounds(places, looks) };
}

const kept = (count: number): number => Math.ceil(count / KEPT_ONE_IN);

function* rounds(all: Float64Array, looks: number): Rounds {
  let places = all;
  for (let look = looks; look > 0; look--) {
    const scores = yield { places, share: KEPT_ONE_IN ** -look };
    const order = Array.from(places, (_, k) => k).sort(
      (a, b) => rank(scores[b]!) - rank(scores[a]!) || a - b,
    );
    const best = order.slice(0, kept(places.length)).map((k) => places[k]!);
    places = Float64Array.from(best).sort();
  }
  if (places.length > 0) yield { places, share: 1 };
}

const rank = (score: number): number => (Number.isNaN(score) ? -Number.MAX_VALUE : score);
