import { describe, expect, it } from 'vitest';
import { compile } from '../../script/compile';
import { coordinates, valuesAt } from './grid-place';
import { searchOf, type Search } from './search';
import type { SearchMethod, SearchSpec } from './search-spec';
import { trialSpace, type TrialSpace } from './trial-space';

const SCRIPT = `strategy('Space')
const a = param('a', 1, { min: 1, max: 20, step: 1 })
const b = param('b', 1, { min: 1, max: 30, step: 1 })
const c = param('c', 1, { min: 1, max: 10, step: 1 })
if (close > a + b + c) buy({ size: units(1) })
`;
const plan = compile(SCRIPT).plan!;
const axisOf = (name: string, length: number) => ({
  name,
  values: Array.from({ length }, (_, k) => k + 1),
});
const AXES = [axisOf('a', 20), axisOf('b', 30), axisOf('c', 10)];
const space = trialSpace(plan, AXES, null);
const ROWS = 5_000;

const spec = (method: Exclude<SearchMethod, 'grid'>, trials = 300, seed = 7): SearchSpec => ({
  method,
  trials,
  seed,
});

/** All that a search tries, with scores that the settings' values make. */
function walk(search: Search, score: (values: readonly number[]) => number, from: TrialSpace = space) {
  const rounds: { places: number[]; share: number }[] = [];
  let scores = new Float64Array();
  for (let step = search.rounds.next(scores); !step.done; step = search.rounds.next(scores)) {
    const { places, share } = step.value;
    rounds.push({ places: [...places], share });
    scores = Float64Array.from(places, (place) => score(valuesAt(from.axes, place)));
  }
  return rounds;
}

const zero = () => 0;

describe('a grid', () => {
  it('has every place once, ascending', () => {
    const [round, ...more] = walk(searchOf({ method: 'grid' }, space, ROWS), zero);
    expect(more).toEqual([]);
    expect(round!.places).toEqual(Array.from({ length: 6000 }, (_, place) => place));
  });

  it('leaves out what a constraint forbids, and says so', () => {
    const half = trialSpace(plan, AXES, 'a < b');
    const search = searchOf({ method: 'grid' }, half, ROWS);
    const allowed =
      10 *
      (29 + 28 + 27 + 26 + 25 + 24 + 23 + 22 + 21 + 20 + 19 + 18 + 17 + 16 + 15 + 14 + 13 + 12 + 11 + 10);
    expect([search.trials, search.skipped]).toEqual([allowed, 6000 - allowed]);
    expect(half.skipReason).toBe('not a < b');
    expect(
      walk(search, zero)[0]!.places.every((place) => {
        const [a, b] = valuesAt(AXES, place);
        return a! < b!;
      }),
    ).toBe(true);
  });

  it.each([
    ['a billion', [axisOf('a', 1000), axisOf('b', 1000), axisOf('c', 1000)]],
    ['over a million', [axisOf('a', 1100), axisOf('b', 1000), axisOf('c', 1)]],
  ])('of %s settings is refused, and a random choice of them is not', (_, axes) => {
    const large = trialSpace(plan, axes, null);
    expect(() => searchOf({ method: 'grid' }, large, ROWS)).toThrow(
      expect.objectContaining({ code: 'sweep_too_large' }),
    );
    expect(searchOf(spec('random'), large, ROWS).trials).toBe(300);
  });

  it('may have no place at all', () => {
    const none = trialSpace(plan, AXES, 'a > 100');
    expect(walk(searchOf({ method: 'grid' }, none, ROWS), zero, none)).toEqual([]);
    expect(walk(searchOf(spec('sobol'), none, ROWS), zero, none)).toEqual([]);
    expect(walk(searchOf(spec('tpe'), none, ROWS), zero, none)).toEqual([]);
  });
});

describe.each(['random', 'latin', 'sobol'] as const)('a search by %s', (method) => {
  it('tries different settings, ascending, the same for the same seed', () => {
    const { places } = walk(searchOf(spec(method), space, ROWS), zero)[0]!;
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual(places.toSorted((x, y) => x - y));
    expect(walk(searchOf(spec(method), space, ROWS), zero)[0]!.places).toEqual(places);
    expect(walk(searchOf(spec(method, 300, 8), space, ROWS), zero)[0]!.places).not.toEqual(places);
    expect(places.length).toBeGreaterThan(280);
    expect(places.length).toBeLessThanOrEqual(300);
  });

  it('meets a constraint', () => {
    const half = trialSpace(plan, AXES, 'a < b && c != 5');
    const { places } = walk(searchOf(spec(method), half, ROWS), zero, half)[0]!;
    expect(places.length).toBeGreaterThan(100);
    expect(places.every((place) => half.allows(valuesAt(AXES, place)))).toBe(true);
  });

  it('ends where the grid has fewer settings than are asked for', () => {
    const small = trialSpace(plan, [axisOf('a', 3), axisOf('b', 2), axisOf('c', 1)], null);
    const { trials } = searchOf(spec(method, 100), small, ROWS);
    expect(trials).toBeLessThanOrEqual(6);
    expect(trials).toBeGreaterThanOrEqual(5);
  });
});

it('a Latin hypercube gives each value of an axis its equal turn', () => {
  const even = trialSpace(plan, [axisOf('a', 20), axisOf('b', 10), axisOf('c', 10)], null);
  const { places } = walk(searchOf(spec('latin', 20), even, ROWS), zero, even)[0]!;
  expect(places).toHaveLength(20);
  const counts = new Map<number, number>();
  for (const place of places) {
    const [at] = coordinates(even.axes, place);
    counts.set(at!, (counts.get(at!) ?? 0) + 1);
  }
  expect([...counts.values()].every((count) => count === 1)).toBe(true);
  expect(counts.size).toBe(20);
});

it('Sobol points fill equal boxes of the grid equally', () => {
  const even = trialSpace(plan, [axisOf('a', 8), axisOf('b', 8), axisOf('c', 1)], null);
  const { places } = walk(searchOf(spec('sobol', 64), even, ROWS), zero, even)[0]!;
  const boxes = new Map<string, number>();
  for (const place of places) {
    const [a, b] = coordinates(even.axes, place);
    const box = `${a! >> 2}/${b! >> 2}`;
    boxes.set(box, (boxes.get(box) ?? 0) + 1);
  }
  expect([...boxes.values()]).toEqual([16, 16, 16, 16]);
});

describe('successive halving', () => {
  const score = ([a, b, c]: readonly number[]): number => -((a! - 10) ** 2) - (b! - 15) ** 2 - (c! - 5) ** 2;

  it('keeps the best third on three times the bars each time', () => {
    const search = searchOf(spec('halving', 270), space, 20_000);
    const rounds = walk(search, score);
    expect(rounds.map(({ places }) => places.length)).toEqual([270, 90, 30, 10]);
    expect(rounds.map(({ share }) => share)).toEqual([1 / 27, 1 / 9, 1 / 3, 1]);
    expect([search.trials, search.tried]).toEqual([10, 270]);
    const best = rounds[0]!.places
      .toSorted((x, y) => score(valuesAt(AXES, y)) - score(valuesAt(AXES, x)) || x - y)
      .slice(0, 10);
    expect(rounds[3]!.places).toEqual(best.toSorted((x, y) => x - y));
  });

  it('looks at fewer bars only where they are enough to see anything', () => {
    expect(walk(searchOf(spec('halving', 270), space, 5_000), score).map(({ share }) => share)).toEqual([
      1 / 9,
      1 / 3,
      1,
    ]);
    expect(walk(searchOf(spec('halving', 270), space, 1_000), score).map(({ share }) => share)).toEqual([1]);
  });

  it('drops settings without a score first', () => {
    const rounds = walk(searchOf(spec('halving', 9), space, 20_000), ([a]) => (a! % 2 === 0 ? NaN : -a!));
    const last = rounds.at(-1)!.places.map((place) => valuesAt(AXES, place)[0]!);
    expect(last.every((a) => a % 2 === 1)).toBe(true);
  });
});

describe('a guided search', () => {
  const score = ([a, b, c]: readonly number[]): number =>
    -((a! - 13) ** 2) - (b! - 22) ** 2 - 4 * (c! - 3) ** 2;
  const best = (places: readonly number[]): number =>
    Math.max(...places.map((place) => score(valuesAt(AXES, place))));
  const placesOf = (method: 'tpe' | 'random', seed: number): readonly number[] =>
    walk(searchOf(spec(method, 150, seed), space, ROWS), score).flatMap(({ places }) => places);

  it('tries as many settings as asked, none twice, the same for the same seed', () => {
    const places = placesOf('tpe', 3);
    expect(places).toHaveLength(150);
    expect(new Set(places).size).toBe(150);
    expect(placesOf('tpe', 3)).toEqual(places);
  });

  it('comes closer to the best than a random choice of as many, over 20 seeds', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const mean = (method: 'tpe' | 'random'): number =>
      seeds.reduce((sum, seed) => sum + best(placesOf(method, seed)), 0) / seeds.length;
    expect(mean('tpe')).toBeGreaterThan(mean('random') / 3);
  });

  it('ends when a small grid has nothing new left', () => {
    const small = trialSpace(plan, [axisOf('a', 4), axisOf('b', 3), axisOf('c', 1)], null);
    const places = walk(searchOf(spec('tpe', 100), small, ROWS), score, small).flatMap(
      (round) => round.places,
    );
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeLessThanOrEqual(12);
  });
});
