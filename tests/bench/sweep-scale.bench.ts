import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import type { TwoAverageSweep } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import { barsCsv } from '../../src/data/export/csv';
import { loadKernels } from './kernels';
import { syntheticGrid } from './sweep-grid';
import { syntheticBars } from './synthetic-bars';
import { table } from './timing';

const execute = promisify(execFile);
const PEER = fileURLToPath(
  new URL('../../tests/bench/other-engines/vectorbt_sweep_times.py', import.meta.url),
);
const CLI = fileURLToPath(new URL('../../src/cli/backtab.mjs', import.meta.url));
/** Pairs of averages that the peer is given; ten thousand would take 8 GB for each of its arrays. */
const PEER_PAIRS = 100;
const PEER_BARS = 100_000;
/** Fast and slow averages of the kernel alone, and how often it is measured. */
const KERNEL_SIDE = 100;
const KERNEL_ROUNDS = 6;

const TWO_AVERAGES = `strategy('Two averages', { capital: 100_000, fee: percent(0.1) })
const fast = param('fast', 20, { min: 1, max: 5000, step: 1 })
const slow = param('slow', 100, { min: 1, max: 5000, step: 1 })
if (crossover(sma(close, fast), sma(close, slow))) buy({ size: percentOfEquity(95) })
if (crossunder(sma(close, fast), sma(close, slow))) exit()
`;
const GENERAL = `strategy('Dips', { capital: 100_000, fee: percent(0.05), slippage: bps(2) })
const period = param('period', 5, { min: 2, max: 100, step: 1 })
const dip = param('dip', 30, { min: 1, max: 49, step: 0.1 })
const trail = param('trail', 4, { min: 1, max: 20, step: 0.1 })
const strength = rsi(close, period)
if (crossunder(strength, dip)) buy({ size: percentOfEquity(90), trailing: percent(trail), target: close * 1.1 })
if (crossover(strength, 100 - dip)) short({ size: percentOfEquity(50), stop: close * 1.05 })
if (position.bars >= 25) exit()
`;

interface ScaleCase {
  readonly name: string;
  readonly script: string;
  readonly bars: number;
  readonly ranges: readonly string[];
  readonly settings: number;
  /** Whether the twin in TypeScript is measured as well, on all cores. */
  readonly alsoCpu?: true;
}

const CASES: readonly ScaleCase[] = [
  {
    name: 'two averages',
    script: TWO_AVERAGES,
    bars: 100_000,
    ranges: ['fast=5:104:1', 'slow=105:204:1'],
    settings: 10_000,
  },
  {
    name: 'two averages',
    script: TWO_AVERAGES,
    bars: 20_000,
    ranges: ['fast=5:254:1', 'slow=255:654:1'],
    settings: 100_000,
    alsoCpu: true,
  },
  {
    name: 'two averages',
    script: TWO_AVERAGES,
    bars: 5_000,
    ranges: ['fast=5:1004:1', 'slow=1005:2004:1'],
    settings: 1_000_000,
    alsoCpu: true,
  },
  {
    name: 'RSI, trailing stop, target, time exit, long and short',
    script: GENERAL,
    bars: 5_000,
    ranges: ['period=2:21:1', 'dip=20:44.5:0.5', 'trail=1:10.9:0.1'],
    settings: 100_000,
  },
];

/** What a sweep by the command line came to. */
interface Measured {
  readonly elapsedMs: number;
  readonly peakBytes: number;
}

/**
 * Sweeps of up to a million settings from the command line to the verdict: screened, the shown ones run exactly, on one
 * worker and on all cores. With PEERS_PYTHON, a sweep of two averages by vectorbt beside it.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'backtab-scale-'));
  try {
    await execute(process.execPath, [CLI, 'indicators', 'sma']); // builds it
    const rows = [
      [
        'sweep',
        'bars',
        'settings',
        'backend',
        'workers',
        's',
        'settings/s',
        'ns per bar and setting',
        'peak MB',
      ],
    ];
    for (const one of CASES) {
      const data = join(folder, `${one.bars}.csv`);
      await writeFile(data, barsCsv(syntheticBars(one.bars, 1, 60_000)));
      const script = join(folder, 'script.bt.js');
      await writeFile(script, one.script);
      const cores = availableParallelism();
      const runs = [...new Set([1, cores])].map((workers) => ({ backend: 'wasm', workers }));
      if (one.alsoCpu) runs.push({ backend: 'cpu', workers: cores });
      for (const { backend, workers } of runs) {
        const found = await sweepOnce(script, data, one, backend, workers);
        const each = (found.elapsedMs * 1e6) / one.bars / one.settings;
        rows.push([
          one.name,
          String(one.bars),
          String(one.settings),
          backend,
          String(workers),
          (found.elapsedMs / 1000).toFixed(2),
          ((1000 * one.settings) / found.elapsedMs).toFixed(0),
          each.toFixed(2),
          (found.peakBytes / 2 ** 20).toFixed(0),
        ]);
      }
    }
    table(rows).forEach(print);
    print(await kernelAlone());
    print(await peer(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sweepOnce(
  script: string,
  data: string,
  { ranges, settings }: ScaleCase,
  backend: string,
  workers: number,
): Promise<Measured> {
  const args = [CLI, 'sweep', script, '--data', data, '--backend', backend, '--workers', String(workers)];
  args.push('--top', '1', '--json', ...ranges.flatMap((range) => ['--range', range]));
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  let peakBytes = 0;
  const watch = setInterval(() => {
    void peakOf(child.pid).then((bytes) => (peakBytes = Math.max(peakBytes, bytes)));
  }, 20);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const answer = JSON.parse(text) as { elapsedMs: number; run: number };
  if (code !== 0 || answer.run !== settings)
    throw new Error(`the sweep ran ${answer.run} of ${settings} settings`);
  return { elapsedMs: answer.elapsedMs, peakBytes };
}

/** Most memory that a process was resident with, where the system tells (Linux). */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) || 0;
}

/** Fast averages of 100, each beside 100 slow ones, that a thread sweeps: from the first to the one before the last. */
interface KernelShare {
  readonly first: number;
  readonly last: number;
}

/** All pairs of a share of the fast averages with all slow ones. */
const kernelSweep = ({ first, last }: KernelShare): TwoAverageSweep =>
  syntheticGrid(
    PEER_BARS,
    { count: last - first, from: 5 + first },
    { count: KERNEL_SIDE, from: 5 + KERNEL_SIDE },
  );

/** In a worker: sweeps its share whenever it is asked to, and tells the processor time. */
async function sweepHere(share: KernelShare): Promise<void> {
  const sweep = kernelSweep(share);
  const wasm = await createWasmBackend(await loadKernels());
  const timed = async (): Promise<void> => {
    const before = process.cpuUsage();
    await wasm.sweepTwoAverages(sweep, UNWATCHED);
    const { user, system } = process.cpuUsage(before);
    parentPort!.postMessage(1000 * (user + system));
  };
  parentPort!.on('message', () => void timed());
  parentPort!.postMessage(0);
}

if (!isMainThread && parentPort && workerData) void sweepHere(workerData as KernelShare);

/** The kernel alone, 10,000 pairs in all, on one thread and on as many as there are cores. */
async function kernelAlone(): Promise<string> {
  const cores = availableParallelism();
  const one = await kernelTimes(1);
  const all = await kernelTimes(cores);
  const each = (nanoseconds: number): string => (nanoseconds / PEER_BARS / KERNEL_SIDE ** 2).toFixed(2);
  return (
    `the kernel for two averages alone, ${PEER_BARS} bars, ${KERNEL_SIDE ** 2} pairs, best of ${KERNEL_ROUNDS}: one thread ` +
    `${each(one.wall)} ns by the clock a bar and pair (${each(one.processor)} of processor time), ${cores} threads ` +
    `${each(all.wall)} ns, ${(one.wall / all.wall).toFixed(2)} times faster`
  );
}

/** Nanoseconds that some threads take together, by the clock and, for one thread, of its process. */
async function kernelTimes(threads: number): Promise<{ readonly wall: number; readonly processor: number }> {
  const shareOf = (k: number): KernelShare => ({
    first: Math.floor((k * KERNEL_SIDE) / threads),
    last: Math.floor(((k + 1) * KERNEL_SIDE) / threads),
  });
  const workers = Array.from(
    { length: threads },
    (_, k) => new Worker(new URL(import.meta.url), { workerData: shareOf(k) }),
  );
  const answered = (worker: Worker): Promise<number> =>
    new Promise((resolve) => worker.once('message', resolve));
  await Promise.all(workers.map(answered));
  let [wall, processor] = [Infinity, Infinity];
  for (let round = 0; round < KERNEL_ROUNDS; round++) {
    const startedAt = process.hrtime.bigint();
    workers.forEach((worker) => worker.postMessage(round));
    const told = await Promise.all(workers.map(answered));
    wall = Math.min(wall, Number(process.hrtime.bigint() - startedAt));
    processor = Math.min(processor, Math.max(...told));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { wall, processor };
}

async function peer(folder: string): Promise<string> {
  const python = process.env['PEERS_PYTHON'];
  if (!python) return 'vectorbt left out: PEERS_PYTHON names no Python';
  const { open, close } = syntheticBars(PEER_BARS, 1, 60_000);
  await writeFile(join(folder, 'open.f64'), open);
  await writeFile(join(folder, 'close.f64'), close);
  const one = { NUMBA_NUM_THREADS: '1', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { stdout } = await execute(python, [PEER, folder, String(PEER_PAIRS)], {
    env: { ...process.env, ...one },
  });
  const found = JSON.parse(stdout) as { version: string; nanoseconds: number; peakBytes: number };
  const peak = (found.peakBytes / 2 ** 20).toFixed(0);
  return `${found.version}: ${PEER_BARS} bars, ${PEER_PAIRS} pairs, one thread: ${found.nanoseconds.toFixed(0)} ns of processor time per bar and pair, ${peak} MB more`;
}
