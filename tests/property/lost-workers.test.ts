import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENCE, SILENCE_MS } from '../../src/core/lost-workers';
import { installErrorTransfer } from '../../src/workers/boundary';
import { FATES, type Call, type Fate } from '../support/fake-worker';
import { Post } from '../support/post';
import { expectEnds, expectFullSize, Givings, Pieces } from '../support/pool-pieces';
import { RandomSource } from '../support/random-source';
import { POOLS } from '../support/worker-pools';

installErrorTransfer();

const SCHEDULES = 500;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

describe.each(Object.entries(POOLS))('%s, with workers that fail', (kind, open) => {
  const sizeFrom = (random: RandomSource): number =>
    kind === 'one worker of a pool' ? 1 : random.whole(kind === 'the threads of a sweep' ? 2 : 1, 4);

  it(`ends each piece once, with its own answer, and is whole again: ${SCHEDULES} schedules`, async () => {
    let [lost, closed, faults] = [0, 0, 0];
    const foretold: [number, number][] = [];
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
      expect(vi.getTimerCount(), `seed ${seed}`).toBe(0);
      const found = expectEnds(pieces);
      lost += found;
      faults += givings.losses;
      if (isClosed) closed += 1;
      else {
        if (kind === 'a pool of workers') foretold.push([givings.lost, found]);
        await expectFullSize(pool, post, size);
        await pool.close();
      }
      expect(pool.living.size, `seed ${seed}`).toBe(0);
      const started = pool.started();
      await expect(pool.give(1)).rejects.toMatchObject({ code: 'worker_lost', params: { reason: 'closed' } });
      await post.settle();
      expect(pool.started()).toBe(started);
    }
    expect(foretold.filter(([wanted, found]) => wanted !== found)).toEqual([]);
    expect(Math.min(lost, closed, faults / 4)).toBeGreaterThan(SCHEDULES / 20);
  }, 300_000);

  it.each(FATES)('gives the right answers where one call, whichever, %s', async (one) => {
    for (let at = 1; at <= 12; at++) {
      const post = new Post(new RandomSource(at));
      let calls = 0;
      const pool = open({
        size: kind === 'one worker of a pool' ? 1 : 2,
        post,
        fate: () => (++calls === at ? one : 'answers'),
      });
      const pieces = new Pieces(pool);
      for (let k = 0; k < 6; k++) pieces.give();
      await post.settle();
      expect(expectEnds(pieces)).toBe(0);
      expect(calls).toBeGreaterThan(Math.min(at, 6));
      await pool.close();
      expect(pool.living.size).toBe(0);
    }
  });

  it('leaves a worker alone that takes just less than ten minutes for a piece, or has none', async () => {
    const post = new Post(new RandomSource(1));
    const pool = open({ size: 2, post, fate: () => 'answers' });
    const pieces = new Pieces(pool);
    for (const wait of [0, SILENCE_MS - 1, SILENCE_MS - 1]) {
      vi.advanceTimersByTime(2 * SILENCE_MS);
      pieces.give(1 + 7 * pieces.given);
      if (wait === 0) await post.deliver();
      await post.deliver(['to worker']);
      vi.advanceTimersByTime(wait);
      await post.deliver();
    }
    expect(expectEnds(pieces)).toBe(0);
    expect(pool.living.size).toBe(pool.started());
    await pool.close();
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
