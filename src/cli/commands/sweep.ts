import kernelsUrl from '@kernels.wasm?url';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { BacktabError } from '../../core/errors';
import { openBackend } from '../../compute/registry';
import { encodeSeries } from '../../data/arrow/encode-series';
import { seriesCsv } from '../../data/export/series-csv';
import { figuresOf, runSweep } from '../../research/sweep';
import { DEFAULT_MEMORY } from '../../research/sweep/limits';
import { rowRunners, sharedOf } from '../../research/sweep/row-runner';
import { sweepKey } from '../../research/sweep/sweep-key';
import { trialColumns } from '../../research/sweep/trial-columns';
import { trialSpace } from '../../research/sweep/trial-space';
import type { SweepOutcome } from '../../research/outcome';
import { readArguments } from '../arguments';
import { loadData } from '../data-file';
import { readBackend } from '../backend-option';
import type { Output } from '../output';
import { progressJob } from '../progress-job';
import { loadScript } from '../script-file';
import { readCount } from '../count-option';
import { FolderJournal } from '../sweep/folder-journal';
import type { RowWorkerStart } from '../sweep/protocol';
import { RowPool } from '../sweep/row-pool';
import { readSweep, SWEEP_OPTIONS } from '../sweep/sweep-options';
import { asJson, asText } from '../sweep/sweep-text';

export const SWEEP_USAGE =
  'backtab sweep SCRIPT --data FILE|sp500 [--range k=min:max:step]… [--where CONDITION] [--param k=v]… [--search METHOD] [--trials N] [--seed N] [--metric NAME|FORMULA]… [--backend auto|cpu|wasm] [--workers N] [--memory MB] [--top N] [--out FILE.arrow|FILE.csv] [--resume] [--json]';

const TOP = 10;
const MOST_WORKERS = 64;
/** Workers at most where nobody says how many. */
const USUAL_WORKERS = 8;

/** Sweeps a script's parameters and prints the best settings with the verdict on them. */
export async function sweep(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'value',
    ...SWEEP_OPTIONS,
    backend: 'value',
    workers: 'value',
    top: 'value',
    out: 'value',
    resume: 'flag',
    json: 'flag',
  });
  const [script] = line.words;
  const path = line.value('data');
  if (!script || !path) throw new BacktabError('usage', { reason: `Usage: ${SWEEP_USAGE}` });
  const top = readCount('top', line.value('top') ?? String(TOP));
  const { source, plan } = await loadScript(script);
  const data = await loadData(path);
  const request = readSweep(line, plan, data);
  const { axes } = trialSpace(plan, request.axes, request.constraint ?? null);
  const kernels = await WebAssembly.compile(await readFile(new URL(kernelsUrl)));
  const { backend } = await openBackend(
    { loadKernels: () => Promise.resolve(kernels), gpu: undefined },
    readBackend(line.value('backend')),
  );
  const file = line.value('out');
  const resumes = line.flag('resume');
  if (resumes && !file)
    throw new BacktabError('usage', {
      reason: '--resume goes with --out FILE, beside which the finished parts are kept.',
    });
  const journal = file ? await FolderJournal.open(`${file}.parts`, sweepKey(source, request), resumes) : null;
  const setup = { ...request, axes, figures: figuresOf(request.objectives) };
  const usual = String(Math.min(USUAL_WORKERS, availableParallelism()));
  const size = readCount('workers', line.value('workers') ?? usual, MOST_WORKERS);
  const capacity = (request.memory ?? DEFAULT_MEMORY) / 4 / size;
  const { kind, precision } = backend;
  const workerData: RowWorkerStart = { ...sharedOf(setup), source, backend: kind, kernels, capacity };
  const code = new URL('./rows.worker.js', import.meta.url);
  const open = (): Worker => new Worker(code, { workerData });
  const pool = new RowPool(size, rowRunners(setup, backend, capacity), open);
  const startedAt = performance.now();
  const job = progressJob();
  try {
    const result = await runSweep(
      request,
      { screen: { kind, precision, run: pool.runner('screen') }, exact: pool.runner('exact'), journal },
      job,
    );
    const elapsedMs = performance.now() - startedAt;
    const outcome: SweepOutcome = { ...result, backend: backend.detail, elapsedMs };
    if (file) await writeSettings(file, outcome);
    await journal?.remove();
    if (line.flag('json')) output.json({ strategy: plan.name, script: source, ...asJson(outcome, top) });
    else output.text(asText(outcome, top));
  } finally {
    await pool.close();
  }
}

/** All settings, as CSV or Arrow by the name of the file. */
async function writeSettings(file: string, outcome: SweepOutcome): Promise<void> {
  const columns = trialColumns(outcome);
  await writeFile(file, /\.csv$/i.test(file) ? seriesCsv(columns) : encodeSeries(columns));
}
