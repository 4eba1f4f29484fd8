import { exp } from '../../core/math/exp';
import { log } from '../../core/math/log';
import { UniformStream } from '../../core/random/uniforms';
import { randomPoints } from './points';
import { distinct, type Rounds, type Search } from './search';
import { coordinates, valuesAt } from './grid-place';
import type { TrialSpace } from './trial-space';

/** Settings drawn at random before the search is guided. */
const FEWEST_FIRST = 10;
const MOST_FIRST = 64;
/** Settings of a round: as many whatever computes them, so that the search does not depend on it. */
const PER_ROUND = 16;
/** Share of the settings tried that counts as good, and the most that do. */
const GOOD_SHARE = 0.15;
const MOST_GOOD = 50;
/** Candidates that each setting is the best of. */
const CANDIDATES = 24;
/** Keeps the draws of candidates apart from those of the first settings. */
const STREAM = 0x7470652e;

/**
 * The tree-structured Parzen estimator on a grid: along each axis the density of the good settings over that of the
 * others says how promising a value is; candidates are drawn from the good density and the one with the greatest ratio is
 * tried next. Settings come in rounds of 16, none twice.
 *
 * @param trials  settings to try
 * @see Bergstra, Bardenet, Bengio and Kégl, Algorithms for Hyper-Parameter Optimization, NeurIPS, 2011
 */
export function guided(space: TrialSpace, trials: number, seed: number): Search {
  const first = Math.min(trials, MOST_FIRST, Math.max(FEWEST_FIRST, Math.ceil(trials / 4)));
  const begin = distinct(space, randomPoints(space.axes.length, seed), first);
  return { trials, tried: trials, skipped: 0, rounds: rounds(space, begin, trials, seed) };
}

interface Tried {
  readonly place: number;
  readonly score: number;
}

function* rounds(space: TrialSpace, begin: Float64Array, trials: number, seed: number): Rounds {
  const random = new UniformStream(seed, 0, STREAM);
  const tried: Tried[] = [];
  const known = new Set<number>();
  let places = begin;
  while (places.length > 0) {
    for (const place of places) known.add(place);
    const scores = yield { places, share: 1 };
    places.forEach((place, k) => tried.push({ place, score: scores[k]! }));
    places = proposals(space, tried, known, Math.min(PER_ROUND, trials - tried.length), random);
  }
}

function proposals(
  space: TrialSpace,
  tried: readonly Tried[],
  known: ReadonlySet<number>,
  wanted: number,
  random: UniformStream,
): Float64Array {
  const ranked = tried.toSorted((a, b) => rank(b.score) - rank(a.score) || a.place - b.place);
  const good = Math.min(MOST_GOOD, Math.max(1, Math.ceil(GOOD_SHARE * ranked.length)));
  const better = densities(space, ranked.slice(0, good));
  const worse = densities(space, ranked.slice(good));
  const chosen = new Set<number>();
  // a small grid may have nothing left that was not tried
  for (let tries = 0; chosen.size < wanted && tries < 4 * wanted; tries++) {
    const place = bestCandidate(space, better, worse, (at) => known.has(at) || chosen.has(at), random);
    if (place !== null) chosen.add(place);
  }
  return Float64Array.from(chosen).sort();
}

function bestCandidate(
  space: TrialSpace,
  better: readonly Float64Array[],
  worse: readonly Float64Array[],
  isTaken: (place: number) => boolean,
  random: UniformStream,
): number | null {
  let best: number | null = null;
  let highest = -Infinity;
  for (let k = 0; k < CANDIDATES; k++) {
    let place = 0;
    let promise = 0;
    space.axes.forEach(({ values }, axis) => {
      const at = drawFrom(better[axis]!, random.next());
      place = place * values.length + at;
      promise += log(better[axis]![at]! / worse[axis]![at]!);
    });
    if (promise <= highest || isTaken(place) || !space.allows(valuesAt(space.axes, place))) continue;
    best = place;
    highest = promise;
  }
  return best;
}

/** Per axis the chance of each value: a normal bump around each setting's value, and one share for all values alike. */
function densities({ axes }: TrialSpace, settings: readonly Tried[]): readonly Float64Array[] {
  const found = settings.map(({ place }) => coordinates(axes, place));
  return axes.map(({ values }, axis) =>
    density(
      values.length,
      found.map((at) => at[axis]!),
    ),
  );
}

function density(length: number, centres: readonly number[]): Float64Array {
  const width = Math.max(1, length / (1 + centres.length));
  const counts = new Float64Array(length);
  for (const centre of centres) counts[centre]! += 1;
  const out = new Float64Array(length).fill(1 / length);
  for (let centre = 0; centre < length; centre++) {
    if (counts[centre] === 0) continue;
    const bump = Float64Array.from({ length }, (_, at) => exp(-0.5 * ((at - centre) / width) ** 2));
    const total = bump.reduce((sum, value) => sum + value, 0);
    for (let at = 0; at < length; at++) out[at]! += (counts[centre]! * bump[at]!) / total;
  }
  const total = 1 + centres.length;
  return out.map((value) => value / total);
}

function drawFrom(chances: Float64Array, uniform: number): number {
  let rest = uniform;
  for (let at = 0; at < chances.length; at++) {
    rest -= chances[at]!;
    if (rest < 0) return at;
  }
  return chances.length - 1;
}

const rank = (score: number): number => (Number.isNaN(score) ? -Number.MAX_VALUE : score);
