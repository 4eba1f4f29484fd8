import { expect, it } from 'vitest';
import { PATIENT } from '../../tests/support/patient';
import { randomWalk } from '../../tests/support/random-walk';
import { toolsOf } from '../../tests/support/sweep-tools';
import { createCpuBackend } from '../compute/cpu/backend';
import type { DatasetManifest } from '../core/dataset';
import { fingerprint } from '../core/fingerprint';
import { UNWATCHED } from '../core/job';
import { runSweep } from '../research/sweep';
import { ColumnStore } from '../script/evaluate';
import { compileOrThrow } from '../script/plan-or-throw';
import type { SweepRequest } from './protocol';
import { keptSweeps, startSweep } from './sweep.client';

const bars = randomWalk(3, 1000);
const instrument = { name: 'Walk', currency: 'USD', zone: 'UTC', barsPerYear: 252 };
const manifest = { instrument, interval: '1d', sha256: fingerprint(bars) } as DatasetManifest;
/** 480 settings: they are screened, and those that are shown are run exactly. */
const request: SweepRequest = {
  source: `strategy('A', { capital: 100_000, fee: percent(0.1) })
const n = param('n', 5, { min: 2, max: 41, step: 1 })
const m = param('m', 3, { min: 1, max: 12, step: 1 })
if (crossover(close, sma(close, n))) buy({ size: percentOfEquity(90) })
if (position.bars > m) exit()
`,
  parameters: {},
  dataset: manifest.id,
  axes: null,
  backend: 'wasm',
  triesBefore: 0,
};

const heldLocks = async (): Promise<number> => {
  const { held = [] } = await navigator.locks.query();
  return held.filter(({ name }) => name?.startsWith('backtab-sweep-')).length;
};

it('a sweep in its worker ends when it is cancelled, early or late, keeps nothing, and is right when it is begun again', async () => {
  for (const share of [0, 0.5, 0.9]) {
    const task = startSweep(request, manifest, bars, (done, total) => {
      if (done >= share * total) task.cancel();
    });
    await expect(task.done).rejects.toMatchObject({ code: 'cancelled', params: { work: 'The sweep' } });
    await expect.poll(heldLocks, PATIENT).toBe(0);
    expect(await keptSweeps()).toEqual([]);
  }
  const { outcome } = await startSweep(request, manifest, bars).done;
  const whole = { ...request, plan: compileOrThrow(request.source), bars, instrument };
  const tools = toolsOf(whole, createCpuBackend(), new ColumnStore(bars));
  const { trials, verdict } = await runSweep(whole, tools, UNWATCHED);
  expect(outcome.trials).toEqual(trials);
  expect(outcome.verdict).toEqual(verdict);
}, 120_000);
