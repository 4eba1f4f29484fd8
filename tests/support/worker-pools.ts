import { RowPool as ThreadRowPool } from '../../src/cli/sweep/row-pool';
import { BacktabError } from '../../src/core/errors';
import type { Route } from '../../src/research/sweep/row-runner';
import { BLOCK_SUMS, type RowRunner, type TrialRows } from '../../src/research/sweep/trial-rows';
import { PoolMember } from '../../src/workers/pool-member';
import { RowPool } from '../../src/workers/row-pool';
import type { RowService } from '../../src/workers/row-service';
import { WorkerPool } from '../../src/workers/worker-pool';
import { FakeThread } from './fake-thread';
import { FakeWorker, type Call, type Fate } from './fake-worker';
import type { Post } from './post';

/** A pool of workers as its tests see it, whatever its kind. */
export interface PoolOfWorkers {
  /** Gives it a piece of work. */
  readonly give: (piece: number) => Promise<unknown>;
  /** What the piece comes to; null where its work refuses it. */
  readonly right: (piece: number) => unknown;
  readonly close: () => unknown;
  /** Pieces that keep all workers busy at once. */
  readonly round: readonly number[];
  readonly living: ReadonlySet<{ readonly inHand: number }>;
  /** Workers started so far. */
  readonly started: () => number;
}

export interface PoolSetup {
  readonly size: number;
  readonly post: Post;
  /** What becomes of a call that reaches a worker. */
  readonly fate: (call: Call) => Fate;
}

const PLACES = 9;
const refuses = (piece: number): boolean => piece % 7 === 0;
const refusal = (piece: number): BacktabError =>
  new BacktabError('parameter_out_of_range', { name: 'period', value: piece, min: 1, max: 9 });

function answerOf(piece: number): number {
  if (refuses(piece)) throw refusal(piece);
  return 3 * piece + 1;
}

/** Rows that tell places, bars and route apart. */
function rowsOf(places: Float64Array, bars: number, route: Route): TrialRows {
  if (refuses(bars)) throw refusal(bars);
  return {
    figures: { sharpe: places.map((place) => 1000 * bars + place), trades: places.slice() },
    blocks: new Float32Array(BLOCK_SUMS * places.length).fill(bars),
    early: new Float64Array(places.length).fill(route === 'exact' ? 1 : 2),
    sharpeError: places.map((place) => place / 7),
  };
}

interface NumberService {
  prepare(): void;
  answer(piece: number): number;
}

/** Both services refuse what they are given before they are prepared. */
function numberService(): NumberService {
  let isReady = false;
  return {
    prepare: () => void (isReady = true),
    answer: (piece) => (isReady ? answerOf(piece) : fail()),
  };
}

function anyRowService(): RowService {
  let isReady = false;
  return {
    load: async () => void (isReady = true),
    run: async (...given) => (isReady ? rowsOf(...given) : fail()),
  };
}

function fail(): never {
  throw new BacktabError('internal', { detail: 'it was not prepared' });
}

function workerPool({ size, post, fate }: PoolSetup): PoolOfWorkers {
  const force = forceOf(post, fate, numberService);
  const pool = new WorkerPool<NumberService>(
    'test',
    size,
    (member) => new FakeWorker(force, member),
    async (service) => void (await service.prepare()),
  );
  return {
    give: (piece) => pool.run((service) => service.answer(piece)),
    right: (piece) => (refuses(piece) ? null : answerOf(piece)),
    close: () => pool.close(),
    round: Array.from({ length: size }, (_, k) => 7 * k + 1),
    living: force.living,
    started: () => force.started,
  };
}

function poolMember({ post, fate }: PoolSetup): PoolOfWorkers {
  const force = forceOf(post, fate, numberService);
  const member = new PoolMember<NumberService>(
    'test',
    () => new FakeWorker(force, 1),
    (service) => service.prepare(),
  );
  return {
    give: (piece) => member.run((service) => service.answer(piece)),
    right: (piece) => (refuses(piece) ? null : answerOf(piece)),
    close: () => member.close(),
    round: [1],
    living: force.living,
    started: () => force.started,
  };
}

function rowPool({ size, post, fate }: PoolSetup): PoolOfWorkers {
  const force = forceOf(post, fate, anyRowService);
  const pool = new RowPool(size, NO_WORK, (member) => new FakeWorker(force, member));
  return {
    ...byRows((route) => pool.runner(route), size),
    close: () => pool.close(),
    living: force.living,
    started: () => force.started,
  };
}

function threadRowPool({ size, post, fate }: PoolSetup): PoolOfWorkers {
  const threads = {
    post,
    fate,
    living: new Set<FakeThread>(),
    started: 0,
    rows: async (places: Float64Array, bars: number, route: Route) => rowsOf(places, bars, route),
  };
  const own: RowRunner = () => Promise.reject(new Error('not asked for'));
  const pool = new ThreadRowPool(size, { exact: own, screen: own }, () => new FakeThread(threads));
  return {
    ...byRows((route) => pool.runner(route), size),
    close: () => pool.close(),
    living: threads.living,
    started: () => threads.started,
  };
}

/** Pieces as settings: the route and the places follow from the number. */
function byRows(
  runner: (route: Route) => RowRunner,
  size: number,
): Pick<PoolOfWorkers, 'give' | 'right' | 'round'> {
  const places = (piece: number): Float64Array =>
    Float64Array.from({ length: 1 + (piece % PLACES) }, (_, k) => 10 * piece + k);
  const route = (piece: number): Route => (piece % 2 === 0 ? 'exact' : 'screen');
  return {
    give: (piece) => runner(route(piece))(places(piece), piece),
    right: (piece) => (refuses(piece) ? null : rowsOf(places(piece), piece, route(piece))),
    round: [PLACES * 7 + size - 1],
  };
}

/** For services that do not look at it. */
const NO_WORK: ConstructorParameters<typeof RowPool>[1] = {
  source: '',
  backend: 'cpu',
  capacity: 0,
  axes: [],
  figures: [],
  parameters: {},
  instrument: { name: 'A', currency: 'USD', zone: 'UTC', barsPerYear: 252 },
  bars: {
    time: new Float64Array(),
    open: new Float64Array(),
    high: new Float64Array(),
    low: new Float64Array(),
    close: new Float64Array(),
    volume: new Float64Array(),
    extra: {},
  },
};

const forceOf = (post: Post, fate: PoolSetup['fate'], service: () => object) => ({
  post,
  fate,
  service,
  living: new Set<FakeWorker>(),
  started: 0,
});

/** Each kind of pool; those of rows cut a piece into as many parts as there are workers. */
export const POOLS: Readonly<Record<string, (setup: PoolSetup) => PoolOfWorkers>> = {
  'one worker of a pool': poolMember,
  'a pool of workers': workerPool,
  'the workers of a sweep': rowPool,
  'the threads of a sweep': threadRowPool,
};
