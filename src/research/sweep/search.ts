import { BacktabError } from '../../core/errors';
import { checkInteger } from '../../core/check';
import { guided } from './guided-search';
import { halving } from './halving';
import { latinPoints, randomPoints, sobolPoints } from './points';
import type { SearchSpec } from './search-spec';
import { placeOfPoint, valuesAt } from './grid-place';
import { TRIAL_LIMIT } from './limits';
import type { TrialSpace } from './trial-space';

/** Most places that are looked at to find those of a grid that may be tried. */
const LOOK_LIMIT = 20_000_000;
/** Points drawn at most for each setting wanted, where some are drawn twice or not allowed. */
const DRAWS_PER_TRIAL = 50;

/** Settings to be tried together. */
export interface Round {
  /** Row-major places, ascending. */
  readonly places: Float64Array;
  /** Share of the bars, from the first one on, that they are tried on: 1, or less for a first look. */
  readonly share: number;
}

/** A search: rounds of settings, each after the scores of the one before; higher is better, NaN is unknown. */
export type Rounds = Generator<Round, void, Float64Array>;

export interface Search {
  /** Settings that will be tried on all bars. */
  readonly trials: number;
  /** Settings that are tried at all, those of a first look included. */
  readonly tried: number;
  /** Settings of the grid that a rule leaves out, where all were looked at; else 0. */
  readonly skipped: number;
  readonly rounds: Rounds;
}

/**
 * A search over a grid.
 *
 * @param rows  bars of the run
 * @throws BacktabError `sweep_too_large` | `parameter_out_of_range`
 */
export function searchOf(spec: SearchSpec, space: TrialSpace, rows: number): Search {
  if (spec.method === 'grid') return gridSearch(space);
  const { method, trials, seed } = spec;
  checkInteger('trials', trials, 2, TRIAL_LIMIT);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  switch (method) {
    case 'random':
      return oneRound(distinct(space, randomPoints(space.axes.length, seed), trials));
    case 'latin':
      return oneRound(distinct(space, latinPoints(space.axes.length, trials, seed), trials));
    case 'sobol':
      return oneRound(distinct(space, sobolPoints(space.axes.length, seed), trials));
    case 'halving':
      return halving(distinct(space, randomPoints(space.axes.length, seed), trials), rows);
    case 'tpe':
      return guided(space, trials, seed);
  }
}

function gridSearch(space: TrialSpace): Search {
  const { places } = space;
  if (places > LOOK_LIMIT) throw new BacktabError('sweep_too_large', { trials: places, limit: TRIAL_LIMIT });
  const allowed = new Float64Array(Math.min(places, TRIAL_LIMIT));
  let count = 0;
  for (let place = 0; place < places; place++) {
    if (!space.allows(valuesAt(space.axes, place))) continue;
    if (count === allowed.length)
      throw new BacktabError('sweep_too_large', { trials: places, limit: TRIAL_LIMIT });
    allowed[count] = place;
    count += 1;
  }
  return { ...oneRound(allowed.slice(0, count)), skipped: places - count };
}

function oneRound(places: Float64Array): Search {
  return { trials: places.length, tried: places.length, skipped: 0, rounds: onlyRound(places) };
}

function* onlyRound(places: Float64Array): Rounds {
  if (places.length > 0) yield { places, share: 1 };
}

/** The first different places of a sequence of points that may be tried, ascending; fewer where the points run out. */
export function distinct(
  space: TrialSpace,
  points: Iterable<ArrayLike<number>>,
  wanted: number,
): Float64Array {
  const found = new Set<number>();
  let left = wanted * DRAWS_PER_TRIAL;
  for (const point of points) {
    if (found.size === wanted || left === 0) break;
    left -= 1;
    const place = placeOfPoint(space.axes, point);
    if (!found.has(place) && space.allows(valuesAt(space.axes, place))) found.add(place);
  }
  return Float64Array.from(found).sort();
}
