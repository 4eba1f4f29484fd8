import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLocks } from '../../tests/support/fake-locks';
import { FakeWorker, type Workforce } from '../../tests/support/fake-worker';
import { Post } from '../../tests/support/post';
import { RandomSource } from '../../tests/support/random-source';
import { randomWalk } from '../../tests/support/random-walk';
import { figuresOf, type SweepRequest } from '../research/sweep';
import { sharedOf } from '../research/sweep/row-runner';
import { sweepKey } from '../research/sweep/sweep-key';
import type { SearchSpec } from '../research/sweep/search-spec';
import { trialSpace } from '../research/sweep/trial-space';
import { validate, type ValidationRequest } from '../research/validation/validate';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import { byPool } from './by-pool';
import { Jobs, type WatchedJob } from './jobs';
import type { SweepRequest as PageRequest } from './protocol';
import { RowPool } from './row-pool';
import { rowService } from './row-service';
import { sweepJob } from './sweep-job';
import { SweepStore } from './sweep-store';
import { ValidationPool } from './validation-pool';
import { validationService } from './validation-service';

installErrorTransfer();

const VALIDATIONS = 20;
const SIZE = 3;
const locks = new FakeLocks();

beforeEach(() => {
  // The time that jobs give others their turn by stands still, so that all messages come in the order of the seed.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const instrument = { name: 'Walk', currency: 'USD', zone: 'UTC', barsPerYear: 252 };
const sourceOf = (order: string) => `strategy('A', { capital: 100_000, fee: percent(0.1) })
const n = param('n', 5, { min: 2, max: 60, step: 1 })
const m = param('m', 3, { min: 1, max: 20, step: 1 })
if (crossover(close, sma(close, n))) buy({ size: percentOfEquity(90)${order} })
if (position.bars > m) exit()
`;
const LANES = sourceOf('');
const EXACT_ONLY = sourceOf(', limit: close * 1.01');

interface Case {
  /** Seeds of cancels. */
  readonly cancels: number;
  readonly source: string;
  readonly rows: number;
  /** Values of both parameters. */
  readonly values: readonly [number, number];
  readonly search?: SearchSpec;
}

/** Small sweeps that go through all phases between them. */
const CASES: Readonly<Record<string, Case>> = {
  'screened, with overfitting': { cancels: 25, source: LANES, rows: 330, values: [4, 3] },
  'screened round by round': {
    cancels: 50,
    source: LANES,
    rows: 90,
    values: [30, 12],
    search: { method: 'tpe', trials: 60, seed: 3 },
  },
  'screened by halves': {
    cancels: 40,
    source: LANES,
    rows: 1510,
    values: [20, 10],
    search: { method: 'halving', trials: 24, seed: 4 },
  },
  'run exactly round by round': {
    cancels: 65,
    source: EXACT_ONLY,
    rows: 90,
    values: [30, 12],
    search: { method: 'tpe', trials: 50, seed: 5 },
  },
};

function requestOf({ source, rows, values: [n, m], search }: Case): SweepRequest {
  return {
    plan: compileOrThrow(source),
    parameters: {},
    bars: randomWalk(7, rows),
    instrument,
    axes: [
      { name: 'n', values: Array.from({ length: n }, (_, k) => 2 + k) },
      { name: 'm', values: Array.from({ length: m }, (_, k) => 1 + k) },
    ],
    triesBefore: 0,
    ...(search ? { search } : {}),
  };
}

const forceOf = (seed: number, service: () => object): Workforce => ({
  post: new Post(new RandomSource(seed)),
  fate: () => 'answers',
  service,
  living: new Set(),
  started: 0,
});

/** What happened to a piece of work, one thing after the other, and what is done at one of them. */
class Course {
  readonly steps: string[] = [];
  /** Where in the work it stands, as steps are told apart. */
  place = 'preparing';
  /** Step at which something is done, and what. */
  readonly #at: number;
  readonly #act: () => void;

  constructor(at = Infinity, act: () => void = () => undefined) {
    this.#at = at;
    this.#act = act;
  }

  note(what: string): void {
    this.steps.push(`${this.place}: ${what}`);
    if (this.steps.length === this.#at) this.#act();
  }

  watched({ signal, checkpoint }: WatchedJob): WatchedJob {
    return {
      signal,
      checkpoint: (done, total) => {
        this.note('checkpoint');
        return checkpoint(done, total);
      },
    };
  }
}

/** Runs a sweep as the sweep's worker does. */
function startSweep(of: Case, store: SweepStore, jobs: Jobs, force: Workforce, course: Course) {
  const request = requestOf(of);
  const { axes } = trialSpace(request.plan, request.axes, null);
  const work = { ...sharedOf({ ...request, axes, figures: figuresOf() }), source: of.source };
  force.post.onDelivery = () => course.note('message');
  return jobs.run(
    1,
    'The sweep',
    () => undefined,
    async (running) => {
      const pool = new RowPool(
        SIZE,
        { ...work, backend: 'cpu', capacity: 1e8 },
        (member) => new FakeWorker(force, member),
      );
      course.note('begin');
      const journal = await store.journal(sweepKey(of.source, request), {} as PageRequest);
      const { recall, record } = journal;
      journal.recall = (part) => {
        course.place = part.replace(/\/\d+$/, '');
        course.note('recall');
        return recall.call(journal, part);
      };
      journal.record = async (part, rows) => {
        course.note('record');
        await record.call(journal, part, rows);
        course.place = part.startsWith('shown') ? 'judging' : 'between parts';
      };
      const screen = { kind: 'cpu', precision: 'f64', run: pool.runner('screen') } as const;
      return sweepJob(request, { screen, pool, journal }, course.watched(running));
    },
  );
}

/** Steps of each place of a work, by their index, up to the last one at which it can be cancelled. */
function placesOf({ steps }: Course): readonly (readonly number[])[] {
  const last = steps.findLastIndex((step) => step.endsWith('checkpoint'));
  const places = new Map<string, number[]>();
  steps.slice(0, last + 1).forEach((step, k) => {
    const place = step.slice(0, step.indexOf(':'));
    places.set(place, [...(places.get(place) ?? []), k]);
  });
  return [...places.values()];
}

const NO_KERNELS = (): Promise<never> => Promise.reject(new Error('not asked for'));
const sweepForce = (seed: number): Workforce => forceOf(seed, () => rowService(NO_KERNELS));

/**
 * Everything stands still: no message, no worker, no lock, and nothing more happens.
 *
 * @param started  workers that had been started when the end was asked for
 */
async function expectStillness({ post, living, ...force }: Workforce, course: Course, started: number) {
  const steps = course.steps.length;
  await post.settle();
  expect(course.steps.slice(steps).filter((step) => !step.endsWith('message'))).toEqual([]);
  expect([living.size, force.started, locks.held.size, vi.getTimerCount()]).toEqual([0, started, 0, 0]);
}

/** Work that is cancelled at a step, or paused there and cancelled while it waits. */
interface Cut {
  readonly at: number;
  readonly isPaused: boolean;
  readonly start: (jobs: Jobs, force: Workforce, course: Course) => Promise<unknown>;
}

/** Cancels a job; it ends at once, and everything with it. Its steps up to the cancel. */
async function cancelOne(
  jobs: Jobs,
  force: Workforce,
  { at, isPaused, start }: Cut,
): Promise<readonly string[]> {
  let [started, left] = [0, NaN];
  const cancel = (): void => {
    started = force.started;
    jobs.cancel(1);
    left = force.living.size;
  };
  const course = new Course(at, isPaused ? () => jobs.pause(1) : cancel);
  const failure = start(jobs, force, course).catch((e: unknown) => e);
  if (isPaused) {
    await force.post.deliver();
    cancel();
  }
  expect(await force.post.until(failure)).toMatchObject({ code: 'cancelled' });
  const more = course.steps.slice(at).filter((step) => step.endsWith('checkpoint'));
  expect(more.length).toBeLessThanOrEqual(1);
  expect(left).toBe(0);
  await expectStillness(force, course, started);
  return course.steps.slice(0, at);
}

describe.each(Object.entries(CASES))('a sweep that is cancelled, %s', (_, of) => {
  it('ends at once wherever it stands, keeps nothing, and comes to the same when it is begun again', async () => {
    const course = new Course();
    const force = sweepForce(1);
    const whole = await force.post.until(startSweep(of, new SweepStore(), new Jobs(), force, course));
    const places = placesOf(course);
    for (let seed = 1; seed <= of.cancels; seed++) {
      const random = new RandomSource(seed);
      const at = 1 + random.pick(places[seed % places.length]!);
      const store = new SweepStore();
      const steps = await cancelOne(new Jobs(), sweepForce(seed), {
        at,
        isPaused: random.chance(0.25),
        start: (...given) => startSweep(of, store, ...given),
      });
      expect(steps).toEqual(course.steps.slice(0, at));
      expect(await store.kept()).toEqual([]);
      const again = new Course();
      const fresh = sweepForce(seed);
      expect(await fresh.post.until(startSweep(of, store, new Jobs(), fresh, again))).toEqual(whole);
      expect(again.steps).toEqual(course.steps);
    }
  }, 300_000);
});

describe('a validation that is cancelled', () => {
  const request: ValidationRequest = {
    plan: compileOrThrow(LANES),
    parameters: {},
    bars: randomWalk(3, 400),
    instrument,
    axes: [{ name: 'n', values: [3, 8, 20] }],
    triesBefore: 0,
    options: { resamples: 99, shuffles: 19, shuffledSettings: 2, orders: 99, entries: 19, noiseRuns: 19 },
  };

  function startValidation(jobs: Jobs, force: Workforce, course: Course) {
    const { bars, parameters } = request;
    const work = { source: LANES, names: ['n'], parameters, bars, instrument };
    force.post.onDelivery = () => course.note('message');
    return jobs.run(
      1,
      'The validation',
      () => undefined,
      (running) => {
        const pool = new ValidationPool(SIZE, work, (member) => new FakeWorker(force, member));
        return byPool(pool, running, () => validate(request, pool, course.watched(running)));
      },
    );
  }

  it('ends at once wherever it stands, and comes to the same when it is begun again', async () => {
    const course = new Course();
    const force = forceOf(1, validationService);
    const whole = await force.post.until(startValidation(new Jobs(), force, course));
    const last = course.steps.findLastIndex((step) => step.endsWith('checkpoint'));
    const jobs = new Jobs();
    for (let seed = 1; seed <= VALIDATIONS; seed++) {
      const random = new RandomSource(seed);
      await cancelOne(jobs, forceOf(seed, validationService), {
        at: random.whole(1, last + 1),
        isPaused: random.chance(0.25),
        start: startValidation,
      });
    }
    const again = forceOf(2, validationService);
    expect(await again.post.until(startValidation(jobs, again, new Course()))).toEqual(whole);
  });
});
