import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels, type KernelInstance } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { INDICATORS } from '../../src/indicators/catalogue';
import type { Indicator } from '../../src/indicators/indicator';
import { inputsOf, STEADY } from '../conformance/series';
import { mfi } from '../../src/indicators/momentum/mfi';
import { loadKernels } from './kernels';
import { markdown, writeSection } from './document';
import { loadPeers, peerBars, type Peer } from './peers';
import { startTalib, type Talib } from './talib';
import { median, table } from './timing';
import { twinTime } from './twin-time';

const BARS = 1_000_000;
const SHORT = 10_000;
/** Different stretches of short series, so that no branch predictor knows one of them by heart. */
const WINDOWS = 100;
const ROUNDS = { short: 3, long: 5 };
/** Minutes apart: a neighbour on the machine slows both sides, and not by the same factor. */
const PASSES = 3;

/** Times of an indicator as shares of TA-Lib's: WASM on short and long columns, the twin on short ones. */
interface Ratios {
  readonly short: number;
  readonly long: number;
  readonly twin: number;
}

/** Nanoseconds a row of one function on one length. */
interface Times {
  readonly wasm: number;
  readonly talib: number;
}

/** Least nanoseconds so far of each window of one function on one length. */
interface BestTimes {
  readonly wasm: number[];
  readonly talib: number[];
}

/**
 * Every indicator that has a graph at its defaults, in one thread: WASM with columns in its memory, the twin, and
 * TA-Lib's C function where it has one (with `TALIB_PYTHON`). Both take turns on the same windows, and the best of some
 * rounds of some passes counts of each window: what else the machine does meanwhile is not to be in the figures.
 *
 * @param print  receives the table, a line an indicator
 */
export async function run(print: (line: string) => void): Promise<void> {
  const instance = await instantiateKernels(await loadKernels());
  const only = (process.env['ONLY'] ?? '').split(',');
  const composed = INDICATORS.filter(({ graph, name }) => graph && (only[0] === '' || only.includes(name)));
  const series = barSeries();
  for (const indicator of composed) {
    inputsOf(indicator, BARS, 11, STEADY).forEach((column, k) => series.set(nameOf(indicator, k), column));
  }
  const talib = await startTalib(series);
  if (talib) print(`TA-Lib ${talib.version}`);
  const rows: string[][] = [
    ['indicator', 'wasm 10k', 'TA-Lib', 'ratio', 'wasm 1M', 'TA-Lib', 'ratio', 'twin 10k', 'ratio'],
  ];
  const ratios: Ratios[] = [];
  const best = composed.map(() => ({ short: noTimes(), long: noTimes() }));
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [k, indicator] of composed.entries()) {
      await takeTimes(best[k]!.short, instance, talib, indicator, series, SHORT);
      await takeTimes(best[k]!.long, instance, talib, indicator, series, BARS);
    }
  }
  for (const [k, indicator] of composed.entries()) {
    const short = timesOf(best[k]!.short, SHORT);
    const long = timesOf(best[k]!.long, BARS);
    const ratio = ({ wasm, talib: other }: Times): number => wasm / other;
    const twin = await twinOf(indicator, series);
    const ofTwin = twin / short.talib;
    if (!Number.isNaN(short.talib)) ratios.push({ short: ratio(short), long: ratio(long), twin: ofTwin });
    const cells = [short, long].flatMap((times) => [times.wasm, times.talib, ratio(times)]);
    rows.push([indicator.name, ...[...cells, twin, ofTwin].map(cell)]);
  }
  const limits = talib ? await memoryLimits(talib, series) : '';
  await talib?.close();
  const count = (is: (x: Ratios) => boolean): number => ratios.filter(is).length;
  const twins = ratios.map(({ twin }) => twin);
  const verdict =
    `Half of TA-Lib's time or less: ${count(({ short }) => short <= 0.5)} at 10k bars, ` +
    `${count(({ long }) => long <= 0.5)} at 1M, ${count(({ short, long }) => Math.max(short, long) <= 0.5)} at both, ` +
    `of ${ratios.length}; slower than TA-Lib: ${count(({ short }) => short > 1)} at 10k, ${count(({ long }) => long > 1)} at 1M. ` +
    `The twin is no slower than TA-Lib on ${count(({ twin }) => twin <= 1)}; its time over TA-Lib's is ` +
    `${median(twins).toFixed(1)} in the middle.`;
  table(rows).forEach(print);
  if (talib) print(verdict);
  print(limits);
  const peers = peerRows(instance, series);
  table(peers).forEach(print);
  await writeSection('indicators', [talib ? verdict : '', limits, markdown(rows)].join('\n\n'));
  if (peers.length > 1) await writeSection('peers', markdown(peers));
}

/** What memory allows at 1M bars, by numpy's loops into an array that is there. */
async function memoryLimits(talib: Talib, series: ReadonlyMap<string, Column>): Promise<string> {
  const limit = async (name: 'copy' | 'add', inputs: readonly string[]): Promise<string> => {
    const best: number[] = [];
    for (let round = 0; round < ROUNDS.long; round++)
      keepBest(best, await talib.time({ name, rows: BARS, inputs, params: [] }));
    return (mean(best) / BARS).toFixed(2);
  };
  const [first = ''] = series.keys();
  const copy = await limit('copy', [first]);
  const add = await limit('add', [first, first === 'high' ? 'low' : 'high']);
  return (
    `What memory allows, numpy in the same run: a copy of a column of 1M bars ${copy} ns a bar, ` +
    `the sum of two columns ${add} ns.`
  );
}

/** Times of the functions that npm packages have, on 10k bars. */
function peerRows(instance: KernelInstance, series: ReadonlyMap<string, Column>): string[][] {
  const peers = loadPeers();
  const names = [...new Set(peers.flatMap(({ calls }) => Object.keys(calls)))];
  const rows = names.map((name) => {
    const indicator = INDICATORS.find((entry) => entry.name === name)!;
    const params = indicator.params.map((param) => param.default);
    const columns = indicator.inputs.map(({ source }) => series.get(source === 'real' ? 'close' : source)!);
    const own = mean(wasmTimes(instance, indicator, columns, params, SHORT)) / SHORT;
    const others = peers.map((peer) => peerTime(peer, name, series) / own);
    return [name, own.toFixed(2), ...others.map((x) => (Number.isNaN(x) ? '' : `${x.toFixed(0)}x`))];
  });
  return [['10k bars', 'wasm ns/bar', ...peers.map(({ name }) => `${name}, times as long`)], ...rows];
}

function peerTime({ calls }: Peer, name: string, series: ReadonlyMap<string, Column>): number {
  const call = calls[name];
  if (!call) return NaN;
  let spent = 0;
  for (let k = 0; k < WINDOWS; k++) {
    const bars = peerBars(series, k * SHORT, (k + 1) * SHORT);
    if (k === 0) call(bars);
    const start = performance.now();
    call(bars);
    spent += performance.now() - start;
  }
  return (spent * 1e6) / WINDOWS / SHORT;
}

/** Columns of bars; series of indicators that take others than prices are added to them. */
function barSeries(): Map<string, Column> {
  const columns = inputsOf(mfi, BARS, 11, STEADY);
  return new Map(mfi.inputs.map(({ name }, k) => [name, columns[k]!]));
}

const cell = (x: number): string => (Number.isNaN(x) ? '' : x.toFixed(2));

/** Series are named for their column, others for the indicator that takes them. */
const nameOf = ({ name, inputs }: Indicator, k: number): string =>
  inputs[k]!.source === 'real' ? `${name}-${inputs[k]!.name}` : inputs[k]!.source;

const noTimes = (): BestTimes => ({ wasm: [], talib: [] });

const timesOf = ({ wasm, talib }: BestTimes, rows: number): Times => ({
  wasm: mean(wasm) / rows,
  talib: mean(talib) / rows,
});

async function takeTimes(
  best: BestTimes,
  instance: KernelInstance,
  talib: Talib | null,
  indicator: Indicator,
  series: ReadonlyMap<string, Column>,
  rows: number,
): Promise<void> {
  const params = indicator.params.map((param) => param.default);
  const names = indicator.inputs.map((_, k) => nameOf(indicator, k));
  const columns = names.map((name) => series.get(name)!);
  const known = talib?.functions.has(indicator.name.toUpperCase()) ?? false;
  const rounds = rows === SHORT ? ROUNDS.short : ROUNDS.long;
  for (let round = 0; round < rounds; round++) {
    keepBest(best.wasm, wasmTimes(instance, indicator, columns, params, rows));
    const call = { name: indicator.name.toUpperCase(), rows, inputs: names, params };
    if (talib && known) keepBest(best.talib, await talib.time(call));
  }
}

/** Makes each time the lesser of itself and a new one. */
function keepBest(best: number[], times: readonly number[]): void {
  times.forEach((time, k) => (best[k] = Math.min(best[k] ?? Infinity, time)));
}

/** NaN of none. */
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Nanoseconds of each window of some columns. */
function wasmTimes(
  instance: KernelInstance,
  indicator: Indicator,
  columns: readonly Column[],
  params: readonly number[],
  rows: number,
): number[] {
  const windows = Math.min(WINDOWS, Math.floor(BARS / rows));
  const call = { indicator, inputs: columns.map((_, k) => k), params };
  return Array.from({ length: windows }, (_, k) => {
    const part = columns.map((column) => column.subarray(k * rows, (k + 1) * rows));
    const prepared = new IndicatorTable(instance, part).prepare([call]);
    if (k === 0) prepared.run();
    const start = performance.now();
    prepared.run();
    return (performance.now() - start) * 1e6;
  });
}

const twinOf = (indicator: Indicator, series: ReadonlyMap<string, Column>): Promise<number> =>
  twinTime({
    twinOf: indicator.name,
    columns: indicator.inputs.map((_, k) => series.get(nameOf(indicator, k))!),
    params: indicator.params.map((param) => param.default),
    rows: SHORT,
    windows: WINDOWS,
    rounds: ROUNDS.short,
  });
