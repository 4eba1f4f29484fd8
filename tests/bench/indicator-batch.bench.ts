import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { ComputeBackend } from '../../src/compute/backend';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { PLAIN_NUMBERS } from '../../src/cli/compute/write-answer';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import { NumberWriter } from '../../src/compute/wasm/number-writer';
import type { Column } from '../../src/core/column';
import { findIndicator, INDICATORS } from '../../src/indicators/catalogue';
import type { Indicator } from '../../src/indicators/indicator';
import { talibName } from '../../src/indicators/talib-name';
import type { ResolvedRequest } from '../../src/research/indicator-request';
import { walk } from '../conformance/data';
import { inputsOf, STEADY } from '../conformance/series';
import { loadKernels } from './kernels';
import { pandasTimes, type SuiteName } from './pandas';
import { startTalib } from './talib';
import { elapsed, table } from './timing';

const BARS = 1_000_000;
const SERIES_ROWS = 10_000;
const SERIES = 100;
const ROUNDS = 5;
/** Of short work, whose code is still being compiled in its first ones. */
const SHORT_ROUNDS = 80;
/** Pieces of a batch for each worker: the more calls in one, the more they share. */
const PIECES = 2;

const SUITE: readonly SuiteName[] = ['sma', 'rsi', 'macd', 'bbands'];

const standard = (indicator: Indicator): readonly number[] => indicator.params.map((param) => param.default);

const request = (
  indicator: Indicator,
  inputs: readonly Column[],
  params = standard(indicator),
): ResolvedRequest => ({
  indicator,
  inputs,
  params,
  unstablePeriod: 0,
});

/** Pandas' windows, so that both compute the same. */
const suiteParams = (name: SuiteName, indicator: Indicator): readonly number[] =>
  name === 'sma' || name === 'bbands' ? [20, ...standard(indicator).slice(1)] : standard(indicator);

const suiteCalls = (close: Column, names: readonly SuiteName[]): ResolvedRequest[] =>
  names.map((name) => {
    const indicator = findIndicator(name)!;
    return request(indicator, [close], suiteParams(name, indicator));
  });

/** Columns by name in memory that workers share. */
type SharedColumns = ReadonlyMap<string, SharedArrayBuffer>;

interface WorkerStart {
  readonly kernels: WebAssembly.Module;
  readonly bars: SharedColumns;
  readonly closes: SharedArrayBuffer;
}

/** What a worker computes: some of TA-Lib's functions, or the suite on some of the series. */
type Work = { readonly kind: 'talib' | 'suite'; readonly from: number; readonly to: number };

const TALIB = INDICATORS.filter((indicator) => talibName(indicator) !== null);

/** Series are named for their place and indicator, others for their column. */
const columnName = ({ inputs }: Indicator, k: number): string => {
  const { name, source } = inputs[k]!;
  return source === 'real' ? `real-${k}${name === 'periods' ? '-periods' : ''}` : source;
};

const view = (memory: SharedArrayBuffer, from = 0, rows = memory.byteLength / 8): Column =>
  new Float64Array(memory, from * 8, rows) as unknown as Column;

function talibCalls(bars: SharedColumns): ResolvedRequest[] {
  const columns = new Map([...bars].map(([name, memory]) => [name, view(memory)]));
  return TALIB.map((indicator) =>
    request(
      indicator,
      indicator.inputs.map((_, k) => columns.get(columnName(indicator, k))!),
    ),
  );
}

/** Whole outputs are there, and nothing is kept. */
const seen = (): void => undefined;

/** Closes of each series. */
const seriesOf = (closes: SharedArrayBuffer): Column[] =>
  Array.from({ length: SERIES }, (_, k) => view(closes, k * SERIES_ROWS, SERIES_ROWS));

async function computeSuite(
  backend: ComputeBackend,
  closes: readonly Column[],
  { from, to }: { readonly from: number; readonly to: number },
  names: readonly SuiteName[] = SUITE,
): Promise<void> {
  for (let k = from; k < to; k++) {
    await backend.computeIndicators(suiteCalls(closes[k]!, names), seen);
  }
}

async function workHere({ kernels, bars, closes }: WorkerStart): Promise<void> {
  const backend = await createWasmBackend(kernels);
  const calls = talibCalls(bars);
  const series = seriesOf(closes);
  await backend.load(series);
  parentPort!.on('message', (work: Work) => {
    const done =
      work.kind === 'talib'
        ? backend.computeIndicators(calls.slice(work.from, work.to), seen)
        : computeSuite(backend, series, work);
    void done.then(() => parentPort!.postMessage(null));
  });
  parentPort!.postMessage(null);
}

if (!isMainThread && parentPort && workerData) void workHere(workerData as WorkerStart);

/** Deals work out to workers: each takes the next piece when it is done with one. */
async function dealt(workers: readonly Worker[], list: readonly Work[]): Promise<void> {
  let next = 0;
  const work = async (worker: Worker): Promise<void> => {
    for (let piece = list[next++]; piece; piece = list[next++]) {
      worker.postMessage(piece);
      await answered(worker);
    }
  };
  await Promise.all(workers.map(work));
}

const answered = (worker: Worker): Promise<unknown> =>
  new Promise((resolve) => worker.once('message', resolve));

const pieces = (kind: Work['kind'], count: number, size: number): Work[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, k) => ({
    kind,
    from: k * size,
    to: Math.min(count, (k + 1) * size),
  }));

function shared(column: Column): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(column.byteLength);
  new Float64Array(memory).set(column);
  return memory;
}

function prepareData(): { readonly bars: SharedColumns; readonly closes: SharedArrayBuffer } {
  const bars = new Map<string, SharedArrayBuffer>();
  for (const indicator of TALIB) {
    const missing = indicator.inputs.some((_, k) => !bars.has(columnName(indicator, k)));
    if (!missing) continue;
    inputsOf(indicator, BARS, 11, STEADY).forEach((column, k) =>
      bars.set(columnName(indicator, k), shared(column)),
    );
  }
  return { bars, closes: shared(walk(SERIES * SERIES_ROWS, 5, STEADY).close) };
}

/** Milliseconds of the best of some rounds, after one that is not counted. */
async function best(work: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  await work();
  let least = Infinity;
  for (let round = 0; round < rounds; round++) least = Math.min(least, (await elapsed(work)) / 1e6);
  return least;
}

const ms = (x: number): string => (x < 100 ? x.toFixed(2) : x.toFixed(0));

/**
 * All of TA-Lib's functions at their defaults on 1M bars in one batch, beside TA-Lib (`TALIB_PYTHON`), and four
 * indicators on 100 series of 10,000 bars beside pandas (`PANDAS_PYTHON`); on one thread and on all cores. The columns
 * of the former are loaded within the time; the series lie ready, as pandas' do in its own. Outputs are left where they
 * can be read.
 *
 * @param print  receives the tables
 */
export async function run(print: (line: string) => void): Promise<void> {
  const kernels = await loadKernels();
  const { bars, closes } = prepareData();
  const start: WorkerStart = { kernels, bars, closes };
  const cores = availableParallelism();
  const workers = Array.from(
    { length: cores },
    () => new Worker(new URL(import.meta.url), { workerData: start }),
  );
  await Promise.all(workers.map(answered));
  try {
    await measureTalib(print, start, workers);
    await measureSuite(print, start, workers);
    await measureText(print, start);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function measureTalib(
  print: (line: string) => void,
  { kernels, bars }: WorkerStart,
  workers: readonly Worker[],
): Promise<void> {
  const backend = await createWasmBackend(kernels);
  const calls = talibCalls(bars);
  const together = await best(() => backend.computeIndicators(calls, seen));
  const alone = await best(async () => {
    for (const call of calls) await backend.computeIndicators([call], seen);
  }, 1);
  const everywhere = await best(() =>
    dealt(workers, pieces('talib', calls.length, Math.ceil(calls.length / workers.length / PIECES))),
  );
  const columns = new Map([...bars].map(([name, memory]) => [name, view(memory).slice()]));
  const talib = await startTalib(columns);
  let other = 0;
  for (const { indicator, params } of talib ? calls : []) {
    const inputs = indicator.inputs.map((_, k) => columnName(indicator, k));
    const time = async (): Promise<number> =>
      (await talib!.time({ name: talibName(indicator)!, rows: BARS, inputs, params, runs: 1 }))[0]!;
    other += Math.min(await time(), await time()) / 1e6;
  }
  await talib?.close();
  const row = (what: string, time: number): string[] => [
    what,
    ms(time),
    ((time * 1e6) / BARS / calls.length).toFixed(2),
    talib ? (time / other).toFixed(2) : '',
  ];
  const lines = [
    [`${calls.length} functions of TA-Lib, 1M bars`, 'ms', 'ns a bar', 'of TA-Lib'],
    row('one batch, one thread', together),
    row('one by one, one thread', alone),
    row(`one batch, ${workers.length} threads`, everywhere),
    ...(talib ? [row(`TA-Lib ${talib.version}, one thread`, other)] : []),
  ];
  table(lines).forEach(print);
}

async function measureSuite(
  print: (line: string) => void,
  { kernels, closes }: WorkerStart,
  workers: readonly Worker[],
): Promise<void> {
  const all = { from: 0, to: SERIES };
  const backend = await createWasmBackend(kernels);
  const series = seriesOf(closes);
  const loading = await best(() => computeSuite(backend, series, all), SHORT_ROUNDS);
  await backend.load(series);
  const size = Math.ceil(SERIES / workers.length);
  const everywhere = await best(() => dealt(workers, pieces('suite', SERIES, size)), SHORT_ROUNDS);
  const pandas = await pandasTimes(view(closes), SERIES_ROWS);
  const others = pandas.flatMap(({ version }) => [`pandas ${version}, ms`, 'ratio']);
  const lines = [['100 series of 10k bars', 'one thread, ms', `${workers.length} threads, ms`, ...others]];
  const suites = [...SUITE.map((name) => [name]), SUITE];
  for (const names of suites) {
    const isWhole = names.length > 1;
    const time = await best(() => computeSuite(backend, series, all, names), SHORT_ROUNDS);
    const counted = isWhole ? everywhere : time;
    lines.push([
      names.join(' + '),
      ms(time),
      isWhole ? ms(everywhere) : '',
      ...pandas.flatMap(({ times }) => {
        const other = times[isWhole ? 'suite' : names[0]!];
        return [ms(other), `${(other / counted).toFixed(0)}x`];
      }),
    ]);
  }
  const twins = createCpuBackend();
  const plain = await best(() => computeSuite(twins, series, all), 2);
  lines.push(['the same, each series loaded within the time', ms(loading), '', ...others.map(() => '')]);
  lines.push(['the same by the twins', ms(plain), '', ...others.map(() => '')]);
  print('');
  table(lines).forEach(print);
}

/** Closes of 16 or 17 digits as JSON. */
async function measureText(print: (line: string) => void, { kernels, closes }: WorkerStart): Promise<void> {
  const writer = new NumberWriter(await instantiateKernels(kernels));
  const values = view(closes, 0, 40 * SERIES_ROWS).map((x) => 100 + Math.sqrt(x));
  const bytesOf = (parts: Iterable<Uint8Array>): number => {
    let bytes = 0;
    for (const part of parts) bytes += part.length;
    return bytes;
  };
  const time = async (parts: () => Iterable<Uint8Array>): Promise<string> =>
    (((await best(async () => bytesOf(parts()))) * 1e6) / values.length).toFixed(1);
  const wasm = await time(() => writer.parts(values));
  const plain = await time(() => PLAIN_NUMBERS.parts(values));
  print('');
  print(`Numbers as JSON, ns each: WASM ${wasm}, JavaScript ${plain}`);
}
