import { expect, it } from 'vitest';
import type { KernelBackend, TwoAverageOutcome } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import { sweepTwoAverages } from '../../src/research/two-average-sweep';
import { sweepOn } from './data';

/** How far f32 screening may be from the exact values; trade counts are equal in any case. */
const SCREENED: { readonly [K in keyof TwoAverageOutcome]: { rtol: number; atol: number } } = {
  finalEquity: { rtol: 1e-4, atol: 0 },
  maxDrawdown: { rtol: 1e-3, atol: 1e-4 },
  meanReturn: { rtol: 1e-3, atol: 1e-7 },
  deviation: { rtol: 1e-3, atol: 1e-7 },
  trades: { rtol: 0, atol: 0 },
  blocks: { rtol: 1e-3, atol: 1e-5 },
  early: { rtol: 1e-3, atol: 1e-4 },
};

/** What every backend's sweep must do: f64 backends to the bit, f32 ones within what screening allows. */
export function sweepCases(open: () => Promise<KernelBackend>): void {
  const kinds = ['none', 'stop', 'both'] as const;
  const cases = kinds.flatMap((bracket) => [1, 2, 3, 17, 60, 1500].map((rows) => ({ bracket, rows })));

  it.each(cases)('sweeps $rows bars like the twin, bracket $bracket', async ({ bracket, rows }) => {
    const backend = await open();
    const sweep = sweepOn(rows, bracket);
    const actual = await backend.sweepTwoAverages(sweep, UNWATCHED);
    const twin = await sweepTwoAverages(sweep, UNWATCHED);
    const tolerance = backend.precision === 'f32' ? SCREENED : null;
    for (const name of Object.keys(SCREENED) as (keyof TwoAverageOutcome)[]) {
      expect(actual[name]).toMatchColumn(twin[name], tolerance?.[name] ?? {});
    }
    backend.close();
  });

  it.each(kinds)('sweeps blocks of several tiles, in small lots, bracket %s', async (bracket) => {
    const backend = await open();
    const sweep = { ...sweepOn(20_000, bracket), lotSize: 2 ** -20 };
    const actual = await backend.sweepTwoAverages(sweep, UNWATCHED);
    const twin = await sweepTwoAverages(sweep, UNWATCHED);
    const equity = { rtol: backend.precision === 'f32' ? 1e-5 : 0, atol: 0 };
    const blocks = { ...equity, atol: backend.precision === 'f32' ? 1e-4 : 0 };
    expect(actual.trades).toEqual(twin.trades);
    expect(actual.finalEquity).toMatchColumn(twin.finalEquity, equity);
    expect(actual.blocks).toMatchColumn(twin.blocks, blocks);
    expect(actual.early).toMatchColumn(twin.early, blocks);
    backend.close();
  });

  it('trades in the cases above', async () => {
    for (const bracket of kinds) {
      const { trades } = await sweepTwoAverages(sweepOn(1500, bracket), UNWATCHED);
      expect(Math.max(...trades)).toBeGreaterThan(50);
    }
  });

  it('sweeps nothing into nothing', async () => {
    const backend = await open();
    const outcome = await backend.sweepTwoAverages(
      { ...sweepOn(60, 'both'), pairs: new Uint32Array() },
      UNWATCHED,
    );
    expect(outcome.trades.length).toBe(0);
    const empty = { ...sweepOn(0, 'both') };
    expect((await backend.sweepTwoAverages(empty, UNWATCHED)).finalEquity[0]).toBe(10_000);
    backend.close();
  });

  it('ends when cancelled and works again', async () => {
    const backend = await open();
    const cancelled = { checkpoint: () => Promise.reject(new Error('stop here')) };
    await expect(backend.sweepTwoAverages(sweepOn(60, 'both'), cancelled)).rejects.toThrow('stop here');
    const outcome = await backend.sweepTwoAverages(sweepOn(60, 'both'), UNWATCHED);
    expect(outcome.finalEquity.every((x) => x > 0)).toBe(true);
    backend.close();
  });

  it('tells progress from none to all', async () => {
    const backend = await open();
    const told: number[] = [];
    const job = {
      checkpoint: (done: number, total: number) => Promise.resolve(void told.push(done / total)),
    };
    await backend.sweepTwoAverages(sweepOn(1500, 'none'), job);
    expect([told[0], told.at(-1)]).toEqual([0, 1]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    backend.close();
  });

  it('refuses columns of different lengths', async () => {
    const backend = await open();
    const sweep = { ...sweepOn(60, 'none'), low: new Float64Array(59) };
    await expect(backend.sweepTwoAverages(sweep, UNWATCHED)).rejects.toMatchObject({
      code: 'length_mismatch',
    });
    backend.close();
  });
}
