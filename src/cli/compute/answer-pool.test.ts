import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { INDICATORS } from '../../indicators/catalogue';
import type { ColumnTable } from '../../research/indicator-request';
import { bundle } from '../../tools/bundle.mjs';
import { writeAnswers, type AnswerWork } from './write-answers';

/** Workers of a run, and what is done to one that is given work. */
let workers: Worker[] = [];
let onWork: (worker: Worker, times: number) => void = () => undefined;
let works = 0;

vi.mock(import('node:worker_threads'), async (original) => {
  const threads = await original();
  class WatchedWorker extends threads.Worker {
    constructor(...args: ConstructorParameters<typeof threads.Worker>) {
      super(...args);
      workers.push(this);
    }

    override postMessage(message: { readonly kind: string }): void {
      super.postMessage(message);
      if (message.kind === 'work') onWork(this, ++works);
    }
  }
  return { ...threads, Worker: WatchedWorker };
});

let folder = '';
let code = new URL('file:///');
let kernels: WebAssembly.Module | string = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-pool-'));
  const entries = { 'compute.worker': 'src/cli/compute/compute.worker.ts' };
  await bundle({ entries, outDir: folder });
  code = pathToFileURL(join(folder, 'compute.worker.js'));
  const bytes = await readFile(new URL('../../../build/wasm/kernels.wasm', import.meta.url));
  kernels = await WebAssembly.compile(bytes);
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

afterEach(() => {
  workers = [];
  works = 0;
  onWork = () => undefined;
});

const ROWS = 3000;
const close = Float64Array.from({ length: ROWS }, (_, i) => 100 + ((i * 7919) % 97) / 4);
const bars = {
  time: close.map((_, i) => i * 3_600_000),
  open: close.map((x, i) => x + ((i % 5) - 2) / 3),
  high: close.map((x) => x + 2),
  low: close.map((x) => x - 2),
  close,
  volume: close.map((_, i) => 1000 + ((i * 31) % 71)),
};
const table: ColumnTable = { rows: ROWS, columns: new Map(Object.entries(bars)) };

/** The whole catalogue, bad lines among them. */
const LINES = INDICATORS.flatMap(({ name, inputs }, id) => {
  const real = inputs.filter(({ source }) => source === 'real');
  const given = Object.fromEntries(real.map((input, k) => [input.name, k === 0 ? 'close' : 'high']));
  const good = JSON.stringify({ id, fn: name, inputs: given });
  return id % 40 === 0 ? [good, '{"id":"bad"}', '', 'no JSON'] : [good];
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function written(change: Partial<AnswerWork>, lines: readonly string[] = LINES) {
  const parts: Uint8Array[] = [];
  const notes = await writeAnswers({
    table,
    lines: each(lines),
    kernels,
    choice: 'auto',
    workers: 1,
    usualWorkers: 2,
    code,
    write: async (bytes) => void parts.push(bytes.slice()),
    ...change,
  });
  return { text: Buffer.concat(parts).toString(), notes: [...notes] };
}

const idsOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: unknown }).id);

const goneOf = (all: readonly Worker[]): Promise<unknown> =>
  Promise.all(
    all.map((worker) => (worker.threadId < 0 ? null : new Promise((end) => worker.once('exit', end)))),
  );

describe('answers', { timeout: 60_000 }, () => {
  it('are the same bytes with any number of workers, in order', async () => {
    const here = await written({});
    expect(workers).toHaveLength(0);
    expect(idsOf(here.text)).toEqual(LINES.flatMap((line) => (line === '' ? [] : [idOf(line)])));
    for (const count of [2, 5]) {
      const there = await written({ workers: count });
      expect(there.text === here.text).toBe(true);
      await goneOf(workers);
    }
    expect(workers).toHaveLength(7);
    expect(here.notes).toEqual([]);
  });

  it('are computed here while there is little to do', async () => {
    const few = await written({ workers: null }, LINES.slice(0, 9));
    expect(workers).toHaveLength(0);
    expect(idsOf(few.text)).toHaveLength(8);
  });

  it('are computed by as many workers as is usual where there is much to do', async () => {
    const much = Array.from({ length: 1500 }, (_, id) => `{"id":${id},"fn":"cdldoji"}`);
    const { text } = await written({ workers: null }, much);
    expect(workers).toHaveLength(2);
    expect(idsOf(text)).toEqual(much.map((_, id) => id));
    await goneOf(workers);
  });

  it('go on where a lost worker stopped, without a byte twice', async () => {
    const here = await written({});
    onWork = (worker, times) => {
      if (times === 1) void worker.terminate();
      if (times === 3) worker.once('message', () => void worker.terminate());
    };
    const there = await written({ workers: 2 });
    expect(there.text === here.text).toBe(true);
    expect(workers.length).toBeGreaterThan(2);
    await goneOf(workers);
  });

  it('fail when workers are lost again and again, and leave none behind', async () => {
    onWork = (worker) => void worker.terminate();
    await expect(written({ workers: 2 })).rejects.toMatchObject({ code: 'worker_lost' });
    await goneOf(workers);
  });

  it('end with what the writing fails with', async () => {
    const full = new Error('no space');
    await expect(written({ workers: 2, write: () => Promise.reject(full) })).rejects.toBe(full);
    await goneOf(workers);
  });

  it('wait for a slow reader in bounded memory', async () => {
    let most = 0;
    let taken = 0;
    const total = (await written({})).text.length;
    const { text } = await written({
      workers: 2,
      write: async (bytes) => {
        taken += bytes.length;
        most = Math.max(most, bytes.length);
        await new Promise<void>((resolve) => setImmediate(resolve));
      },
    });
    expect(text).toBe('');
    expect([taken, most <= 256 * 1024]).toEqual([total, true]);
    await goneOf(workers);
  });

  it('say what could not be had', async () => {
    const plain = await written({ kernels: 'no SIMD' }, LINES.slice(0, 9));
    expect(plain.notes).toEqual(['JavaScript. No WASM here: no SIMD']);
    expect((await written({ kernels: 'no SIMD', choice: 'cpu' }, LINES.slice(0, 9))).notes).toEqual([]);
    const forced = written({ kernels: 'no SIMD', choice: 'wasm', workers: 2 });
    await expect(forced).rejects.toMatchObject({ code: 'backend_unavailable' });
  });
});

/** The id that an answer to a line has. */
function idOf(line: string): unknown {
  try {
    return (JSON.parse(line) as { id: unknown }).id;
  } catch {
    return null;
  }
}
