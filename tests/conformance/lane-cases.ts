import { describe, expect, it } from 'vitest';
import type { KernelBackend } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import type { LaneSweep } from '../../src/core/lane-sweep';
import { sweepLanes } from '../../src/research/lane-sweep';
import { LANE_SCRIPTS } from '../support/lane-scripts';
import { laneSweepOn } from './lane-data';

/** What every backend's lanes must do: f64 backends to the bit, f32 ones within what screening allows. */
export function laneCases(open: () => Promise<KernelBackend>): void {
  describe.each(Object.keys(LANE_SCRIPTS))('lanes of %s', (name) => {
    it.each([1, 2, 17, 1200])('come out of %i bars as out of the twin', async (rows) => {
      const backend = await open();
      const sweep = laneSweepOn(name, rows);
      const [actual, twin] = [await backend.sweepLanes(sweep, UNWATCHED), await sweepLanes(sweep, UNWATCHED)];
      const tolerance = backend.precision === 'f32' ? SCREENED : null;
      expect(actual.beyond).toEqual(twin.beyond);
      for (const figure of Object.keys(SCREENED) as (keyof typeof SCREENED)[])
        expect(actual[figure]).toMatchColumn(twin[figure], tolerance?.[figure] ?? {});
      backend.close();
    });
  });

  it('runs more lanes than go at once', async () => {
    const backend = await open();
    const [name = ''] = Object.keys(LANE_SCRIPTS);
    const few = laneSweepOn(name, 60);
    const { trades } = await backend.sweepLanes(repeatedLanes(few, 1200), UNWATCHED);
    const twin = await sweepLanes(few, UNWATCHED);
    expect(trades.length).toBe(1200 * few.trials);
    expect(trades.findIndex((count, k) => count !== twin.trades[k % few.trials])).toBe(-1);
    backend.close();
  });

  it('lanes trade in the cases above', async () => {
    for (const name of Object.keys(LANE_SCRIPTS)) {
      const { trades, beyond } = await sweepLanes(laneSweepOn(name, 1200), UNWATCHED);
      const most = Math.max(...trades.filter((_, k) => beyond[k] === 0));
      expect({ name, isTraded: most > 10 }).toEqual({ name, isTraded: true });
    }
  });

  it('sweeps no lanes, and lanes over no bars', async () => {
    const backend = await open();
    const [name = ''] = Object.keys(LANE_SCRIPTS);
    const sweep = laneSweepOn(name, 60);
    const none = { ...sweep, trials: 0, columnOf: new Uint32Array(), numbers: new Float64Array() };
    expect((await backend.sweepLanes(none, UNWATCHED)).trades.length).toBe(0);
    const empty = await backend.sweepLanes(laneSweepOn(name, 0), UNWATCHED);
    expect([...empty.finalEquity].every(Number.isNaN)).toBe(true);
    backend.close();
  });

  it('ends lanes when cancelled, works again and tells progress from none to all', async () => {
    const backend = await open();
    const [name = ''] = Object.keys(LANE_SCRIPTS);
    const sweep = laneSweepOn(name, 60);
    const cancelled = { checkpoint: () => Promise.reject(new Error('stop here')) };
    await expect(backend.sweepLanes(sweep, cancelled)).rejects.toThrow('stop here');
    const told: number[] = [];
    await backend.sweepLanes(sweep, {
      checkpoint: (done, total) => Promise.resolve(void told.push(done / total)),
    });
    expect([told[0], told.at(-1)]).toEqual([0, 1]);
    expect(told).toEqual(told.toSorted((x, y) => x - y));
    backend.close();
  });

  it('refuses lanes whose columns have other lengths', async () => {
    const backend = await open();
    const [name = ''] = Object.keys(LANE_SCRIPTS);
    const sweep = laneSweepOn(name, 60);
    const short = { ...sweep, columns: sweep.columns.map((column) => column.subarray(1)) };
    await expect(backend.sweepLanes(short, UNWATCHED)).rejects.toMatchObject({ code: 'length_mismatch' });
    backend.close();
  });
}

/** The same trials again and again. */
export function repeatedLanes(sweep: LaneSweep, times: number): LaneSweep {
  const columnOf = new Uint32Array(sweep.columnOf.length * times);
  const numbers = new Float64Array(sweep.numbers.length * times);
  for (let k = 0; k < times; k++) {
    columnOf.set(sweep.columnOf, k * sweep.columnOf.length);
    numbers.set(sweep.numbers, k * sweep.numbers.length);
  }
  return { ...sweep, trials: sweep.trials * times, columnOf, numbers };
}

/** How far f32 screening may be from the exact values. */
const SCREENED = {
  finalEquity: { rtol: 1e-4, atol: 0 },
  maxDrawdown: { rtol: 1e-3, atol: 1e-4 },
  meanReturn: { rtol: 1e-3, atol: 1e-6 },
  deviation: { rtol: 1e-3, atol: 1e-6 },
  trades: { rtol: 0, atol: 0 },
  blocks: { rtol: 1e-3, atol: 1e-4 },
  early: { rtol: 1e-3, atol: 1e-4 },
};
