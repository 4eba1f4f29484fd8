import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sp500Bars } from '../../../tests/support/sp500';
import { openBackend } from '../../compute/registry';
import { sliceBars } from '../../core/bars';
import { BacktabError } from '../../core/errors';
import { UNWATCHED, type Job } from '../../core/job';
import { figuresOf, runSweep, type SweepRequest } from '../../research/sweep';
import { rowRunners, sharedOf } from '../../research/sweep/row-runner';
import { trialSpace } from '../../research/sweep/trial-space';
import { compileOrThrow } from '../../script/plan-or-throw';
import { bundle } from '../../tools/bundle.mjs';
import { FolderJournal } from './folder-journal';
import type { RowWorkerStart } from './protocol';
import { RowPool } from './row-pool';

/** What is done to a worker that is given work, the n-th time. */
let onWork: (worker: Worker, times: number) => void = () => undefined;
let works = 0;

class WatchedWorker extends Worker {
  override postMessage(message: unknown): void {
    super.postMessage(message);
    onWork(this, ++works);
  }
}

const SOURCE = `strategy('Dip', { capital: 100_000, fee: percent(0.05) })
const period = param('period', 5, { min: 2, max: 12, step: 1 })
const dip = param('dip', 30, { min: 5, max: 45, step: 1 })
if (crossunder(rsi(close, period), dip)) buy({ size: percentOfEquity(90), stop: close * 0.95 })
if (position.bars >= 10) exit()
`;
const request: SweepRequest = {
  plan: compileOrThrow(SOURCE),
  parameters: {},
  bars: sliceBars(sp500Bars(), 0, 600),
  instrument: { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 },
  axes: null,
  triesBefore: 0,
};

let folder = '';
let code = new URL('file:///');
let kernels: WebAssembly.Module;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-rows-'));
  await bundle({ entries: { 'rows.worker': 'src/cli/sweep/rows.worker.ts' }, outDir: folder });
  code = pathToFileURL(join(folder, 'rows.worker.js'));
  kernels = await WebAssembly.compile(
    await readFile(new URL('../../../build/wasm/kernels.wasm', import.meta.url)),
  );
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  works = 0;
  onWork = () => undefined;
});

async function sweepBy(
  workers: number,
  { journal = null, job = UNWATCHED }: { journal?: FolderJournal | null; job?: Job } = {},
) {
  const { axes } = trialSpace(request.plan, null, null);
  const setup = { ...request, axes, figures: figuresOf() };
  const { backend } = await openBackend({ loadKernels: async () => kernels, gpu: undefined }, 'wasm');
  const { kind, precision } = backend;
  const workerData: RowWorkerStart = {
    ...sharedOf(setup),
    source: SOURCE,
    backend: kind,
    kernels,
    capacity: 1e8,
  };
  const open = () => new WatchedWorker(code, { workerData });
  const pool = new RowPool(workers, rowRunners(setup, backend, 1e8), open);
  try {
    const screen = { kind, precision, run: pool.runner('screen') };
    return await runSweep(request, { screen, exact: pool.runner('exact'), journal }, job);
  } finally {
    await pool.close();
  }
}

describe('workers of a sweep', () => {
  it('find the same as one thread, to the bit, however many there are', async () => {
    const alone = await sweepBy(1);
    expect(alone.run).toBe(11 * 41);
    expect(alone.agreement).toMatchObject({ worstDifference: 0, tradeDifferences: 0 });
    expect(await sweepBy(2)).toEqual(alone);
    for (const workers of [3, 8]) expect(await sweepBy(workers)).toEqual(alone);
  });

  it('are replaced when they are lost, and their settings run again', async () => {
    const alone = await sweepBy(1);
    onWork = (worker, times) => {
      if (times === 1 || times === 4) void worker.terminate();
    };
    expect(await sweepBy(2)).toEqual(alone);
    expect(works).toBeGreaterThan(4);
  });

  it('end the sweep where they are lost again and again', async () => {
    onWork = (worker) => void worker.terminate();
    await expect(sweepBy(2)).rejects.toMatchObject({ code: 'worker_lost' });
  });
});

describe('a folder of finished parts', () => {
  /** Cut when a part is kept beside the name of the sweep. */
  const cutIn = (place: string): Job => ({
    async checkpoint() {
      if ((await readdir(place)).length > 1) throw new BacktabError('cancelled', { work: 'The sweep' });
    },
  });

  it('lets a sweep that was cut short go on with another number of workers', async () => {
    const alone = await sweepBy(1);
    const place = join(folder, 'parts');
    await expect(
      sweepBy(1, { journal: await FolderJournal.open(place, 'key', false), job: cutIn(place) }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    const kept = (await readdir(place)).length;
    expect(kept).toBe(2);
    const journal = await FolderJournal.open(place, 'key', true);
    expect((await readdir(place)).length).toBe(kept);
    expect(await sweepBy(2, { journal })).toEqual(alone);
    await journal.remove();
    expect(await readdir(folder)).not.toContain('parts');
  });

  it('does not count for another sweep, nor where parts are damaged', async () => {
    const place = join(folder, 'others');
    const first = await FolderJournal.open(place, 'one', false);
    const whole = await sweepBy(1, { journal: first });
    for (const name of await readdir(place))
      if (name !== 'sweep') await writeFile(join(place, name), 'damaged');
    expect(await sweepBy(1, { journal: await FolderJournal.open(place, 'one', true) })).toEqual(whole);
    await FolderJournal.open(place, 'other', true);
    expect(await readdir(place)).toEqual(['sweep']);
  });
});
