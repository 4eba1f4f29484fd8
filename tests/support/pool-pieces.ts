import { expect } from 'vitest';
import { BacktabError } from '../../src/core/errors';
import { FATES, type Call, type Fate } from './fake-worker';
import type { Post } from './post';
import type { PoolOfWorkers } from './worker-pools';

const LOSING: ReadonlySet<Fate> = new Set(FATES.filter((fate) => !/^answers( twice)?$/.test(fate)));

type End = { readonly value: unknown } | { readonly failure: unknown };

/** Pieces that a pool is given, and what became of each. */
export class Pieces {
  readonly ends = new Map<number, End>();
  readonly pool: PoolOfWorkers;
  #given = 0;

  constructor(pool: PoolOfWorkers) {
    this.pool = pool;
  }

  get given(): number {
    return this.#given;
  }

  give(piece = this.#given + 1): void {
    this.#given += 1;
    this.pool.give(piece).then(
      (value) => this.ends.set(piece, { value }),
      (failure: unknown) => this.ends.set(piece, { failure }),
    );
  }
}

/** Each piece has ended, with its own answer, its own refusal or the loss of its workers; how many with the last. */
export function expectEnds({ ends, given, pool }: Pieces): number {
  expect(ends.size).toBe(given);
  let lost = 0;
  for (const [piece, end] of ends) {
    const right = pool.right(piece);
    if ('value' in end) {
      expect(end.value).toEqual(right);
      continue;
    }
    expect(end.failure).toBeInstanceOf(BacktabError);
    const { code } = end.failure as BacktabError;
    if (code === 'worker_lost') lost += 1;
    else expect([code, right]).toEqual(['parameter_out_of_range', null]);
  }
  return lost;
}

/** Without faults, a pool answers and has all of its workers at work at once. */
export async function expectFullSize(pool: PoolOfWorkers, post: Post, size: number): Promise<void> {
  let started = 0;
  for (const isWarm of [false, true]) {
    const round = new Pieces(pool);
    for (const piece of pool.round) round.give(piece);
    if (isWarm) {
      await post.deliver(['to worker']);
      expect([...pool.living].map(({ inHand }) => inHand)).toEqual(Array.from({ length: size }, () => 1));
    }
    await post.settle();
    expect(expectEnds(round)).toBe(0);
    if (isWarm) expect(pool.started()).toBe(started);
    started = pool.started();
  }
}

/** What a pool must give up: a piece is lost with three calls in a row of the member that has it. */
export class Givings {
  /** Calls that cost their worker. */
  losses = 0;
  /** Pieces that are lost. */
  lost = 0;
  readonly #inRow = new Map<number, number>();

  note({ member, method }: Call, fate: Fate): void {
    const row = this.#inRow.get(member) ?? 0;
    const isLoss = LOSING.has(fate);
    if (isLoss) this.losses += 1;
    if (isLoss && row === 2) this.lost += 1;
    if (isLoss) this.#inRow.set(member, (row + 1) % 3);
    else if (method === 'answer') this.#inRow.set(member, 0);
  }
}
