import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BacktabError } from '../../src/core/errors';
import { SILENCE, SILENCE_MS } from '../../src/core/lost-workers';
import { installErrorTransfer } from '../../src/workers/boundary';
import { FATES, type Call, type Fate } from '../support/fake-worker';
import { Post } from '../support/post';
import { RandomSource } from '../support/random-source';
import { POOLS, type PoolOfWorkers } from '../support/worker-pools';

installErrorTransfer();

const SCHEDULES = 500;
const LOSING: ReadonlySet<Fate> = new Set(FATES.filter((fate) => !/^answers( twice)?$/.test(fate)));

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** What became of the pieces that a pool was given. */
class Pieces {
  readonly ends = new Map<number, { readonly value: unknown } | { readonly failure: unknown }>();
  readonly #pool: PoolOfWorkers;
  #given = 0;

  constructor(pool: PoolOfWorkers) {
    this.#pool = pool;
  }

  get given(): number {
    return this.#given;
  }

  give(piece = this.#given + 1): void {
    this.#given += 1;
    const settle = (end: { readonly value: unknown } | { readonly failure: unknown }): void => {
      expect(this.ends.has(piece)).toBe(false);
      this.ends.set(piece, end);
    };
    this.#pool.give(piece).then(
      (value) => settle({ value }),
      (failure: unknown) => settle({ failure }),
    );
  }

  /** Each has ended, with its own answer, its own refusal or the loss of its workers; how many of the last. */
  lost(): number {
    expect(this.ends.size).toBe(this.#given);
    let lost = 0;
    for (const [piece, end] of this.ends) {
      const right = this.#pool.right(piece);
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
}

/** Without faults, a pool answers and has all of its workers at work at once. */
async function expectFullSize(pool: PoolOfWorkers, post: Post, size: number): Promise<void> {
  for (const isWarm of [false, true]) {
    const round = new Pieces(pool);
    for (const piece of pool.round) round.give(piece);
    if (isWarm) {
      await post.deliver(['to worker']);
      expect([...pool.living].map(({ inHand }) => inHand)).toEqual(Array.from({ length: size }, () => 1));
    }
    await post.settle();
    expect(round.lost()).toBe(0);
  }
}

/** Losses of a piece are three in a row on the member that has it, each by its fate. */
class Givings {
  count = 0;
  losses = 0;
  readonly #inRow = new Map<number, number>();

  note({ member, method }: Call, fate: Fate): void {
    const row = this.#inRow.get(member) ?? 0;
    const isLoss = LOSING.has(fate);
    if (isLoss) this.losses += 1;
    if (isLoss && row === 2) this.count += 1;
    if (isLoss) this.#inRow.set(member, (row + 1) % 3);
    else if (method === 'answer') this.#inRow.set(member, 0);
  }
}

describe.each(Object.entries(POOLS))('%s, with workers that fail', (kind, open) => {
  const sizeFrom = (random: RandomSource): number =>
    kind === 'one worker of a pool' ? 1 : random.whole(kind === 'the threads of a sweep' ? 2 : 1, 4);

  it(`ends each piece once, with its own answer, and is whole again: ${SCHEDULES} schedules`, async () => {
    let [lost, closed, faults] = [0, 0, 0];
    for (let seed = 1; seed <= SCHEDULES; seed++) {
      const random = new RandomSource(seed);
      const post = new Post(random);
      const size = sizeFrom(random);
      const rate = random.pick([0, 0.1, 0.4, 0.8]);
      const givings = new Givings();
      let isOver = false;
      const fate = (call: Call): Fate => {
        const drawn = !isOver && random.chance(rate) ? random.pick(FATES) : 'answers';
        givings.note(call, drawn);
        return drawn;
      };
      const pool = open({ size, post, fate });
      const pieces = new Pieces(pool);
      const closesAt = random.chance(0.25) ? random.whole(1, 25) : Infinity;
      const wanted = random.whole(1, 12);
      pieces.give();
      post.onDelivery = (count) => {
        if (count === closesAt) void pool.close();
        if (pieces.given < wanted && random.chance(0.5)) pieces.give();
      };
      await post.settle();
      const isClosed = post.count >= closesAt;
      isOver = true;
      post.onDelivery = () => undefined;
      const found = pieces.lost();
      lost += found;
      faults += givings.losses;
      expect(vi.getTimerCount(), `seed ${seed}`).toBe(0);
      if (isClosed) closed += 1;
      else {
        if (kind === 'a pool of workers') expect(found, `seed ${seed}`).toBe(givings.count);
        if (rate === 0) expect(found).toBe(0);
        await expectFullSize(pool, post, size);
        await pool.close();
      }
      expect(pool.living.size, `seed ${seed}`).toBe(0);
      const started = pool.started();
      await expect(pool.give(1)).rejects.toMatchObject({ code: 'worker_lost', params: { reason: 'closed' } });
      await post.settle();
      expect(pool.started()).toBe(started);
    }
    expect(Math.min(lost, closed, faults / 4)).toBeGreaterThan(SCHEDULES / 20);
  });

  it.each(FATES)('gives the right answers where one call, whichever, %s', async (one) => {
    for (let at = 1; at <= 12; at++) {
      const post = new Post(new RandomSource(at));
      let calls = 0;
      const pool = open({ size: kind === 'one worker of a pool' ? 1 : 2, post, fate: () => (++calls === at ? one : 'answers') });
      const pieces = new Pieces(pool);
      for (let k = 0; k < 6; k++) pieces.give();
      await post.settle();
      expect(pieces.lost()).toBe(0);
      expect(calls).toBeGreaterThan(Math.min(at, 6));
      await pool.close();
      expect(pool.living.size).toBe(0);
    }
  });

  it('tells that a worker did not answer, when three were given ten minutes each', async () => {
    const post = new Post(new RandomSource(1));
    const pool = open({ size: 2, post, fate: () => 'never answers' });
    const begun = Date.now();
    const failure = pool.give(1).catch((e: unknown) => e);
    await post.settle();
    expect(await failure).toMatchObject({ code: 'worker_lost', params: { reason: SILENCE } });
    expect([SILENCE, SILENCE_MS]).toEqual(['it did not answer for 10 minutes', 10 * 60_000]);
    expect(pool.living.size).toBe(0);
    expect(Date.now() - begun).toBe(3 * SILENCE_MS);
  });
});
