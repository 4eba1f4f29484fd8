import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplayPacer } from './pacer';

/** Runs a pacer by its own waits; gives the time and size of each batch. */
function play(pacer: ReplayPacer, from: number, until: number): { at: number; count: number }[] {
  const batches: { at: number; count: number }[] = [];
  let now = from;
  while (now <= until) {
    const { from: first, to } = pacer.take(now);
    if (to > first) batches.push({ at: now, count: to - first });
    const wait = pacer.waitMs(now);
    if (wait === null) break;
    now += Math.max(wait, 1);
  }
  return batches;
}

describe('the pacer of a replay', () => {
  it('gives slow bars one by one, at their instants', () => {
    const batches = play(new ReplayPacer(4, 2, 1000), 1000, 10_000);
    expect(batches).toEqual([1500, 2000, 2500, 3000].map((at) => ({ at, count: 1 })));
  });

  it('gives fast bars together, about 30 times a second', () => {
    const batches = play(new ReplayPacer(10_000, 600, 0), 0, 1000);
    expect(batches.length).toBeGreaterThanOrEqual(27);
    expect(batches.length).toBeLessThanOrEqual(31);
    expect(batches.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(590);
  });

  it('keeps the asked rate over a long time, at every speed', () => {
    const speeds = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(speeds, (speed) => {
        const pacer = new ReplayPacer(1e9, speed, 0);
        play(pacer, 0, 20_000);
        expect(Math.abs(pacer.sent - speed * 20)).toBeLessThanOrEqual(Math.max(1, speed / 20));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('never gives more than the time allows, whenever it is asked', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), waits, (speed, steps) => {
        const pacer = new ReplayPacer(1e9, speed, 0);
        let now = 0;
        for (const step of steps) {
          now += step;
          pacer.take(now);
          expect(pacer.sent).toBeLessThanOrEqual((now * speed) / 1000 + 1e-6);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('stops at the end', () => {
    const pacer = new ReplayPacer(3, 1000, 0);
    expect(pacer.take(1000)).toEqual({ from: 0, to: 3 });
    expect(pacer.ended).toBe(true);
    expect(pacer.waitMs(1000)).toBeNull();
  });

  it('has nothing due while paused and keeps the part of a bar already waited for', () => {
    const pacer = new ReplayPacer(10, 1, 0);
    pacer.pause(400);
    expect(pacer.take(60_000)).toEqual({ from: 0, to: 0 });
    expect(pacer.waitMs(60_000)).toBeNull();
    pacer.resume(100_000);
    expect(pacer.waitMs(100_000)).toBe(600);
    expect(pacer.take(100_600)).toEqual({ from: 0, to: 1 });
  });

  it('counts a pause or a resume that comes twice once', () => {
    const pacer = new ReplayPacer(10, 1, 0);
    pacer.pause(500);
    pacer.pause(900);
    pacer.resume(1000);
    pacer.resume(1400);
    expect(pacer.take(1500)).toEqual({ from: 0, to: 1 });
  });

  it('changes speed from the moment it is told', () => {
    const pacer = new ReplayPacer(100, 1, 0);
    pacer.setSpeed(10, 500);
    expect(pacer.waitMs(500)).toBe(50);
    expect(pacer.take(1050)).toEqual({ from: 0, to: 6 });
  });

  it('does not burst after the process slept', () => {
    const pacer = new ReplayPacer(1e6, 100, 0);
    expect(pacer.take(8 * 3_600_000)).toEqual({ from: 0, to: 200 });
  });

  it('lets held time pass without bars', () => {
    const pacer = new ReplayPacer(100, 10, 0);
    pacer.hold(5000);
    expect(pacer.take(5100)).toEqual({ from: 0, to: 1 });
  });

  it('bears a clock that steps back', () => {
    const pacer = new ReplayPacer(100, 10, 1000);
    expect(pacer.take(500)).toEqual({ from: 0, to: 0 });
    expect(pacer.take(600)).toEqual({ from: 0, to: 1 });
  });
});
