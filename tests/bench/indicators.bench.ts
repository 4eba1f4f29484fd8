import { IndicatorTable, type PreparedCalls } from '../../src/compute/wasm/graph/table';
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
const ROUNDS = { short: 2, long: 1, twin: 6 };
/**
 * Calls one after the other on a window, of which the quickest counts. A long column is in the caches as far as it ever
 * will be after some ten passes over it.
 */
const RUNS = { short: 1, long: 20 };
/** Minutes apart: a neighbour on the machine slows both sides, and not by the same factor. */
const PASSES = 5;

/** Times of an indicator as shares of TA-Lib's: WASM on short and long columns in each pass, the twin on short ones. */
interface Ratios {
  readonly short: readonly number[];
  readonly long: readonly number[];
  readonly twin: number;
}

/** Nanoseconds a row of one function on one length; NaN where TA-Lib does not have it. */
interface Times {
  readonly wasm: number;
  readonly talib: number;
}

/**
 * Every indicator that has a graph at its defaults, in one thread: WASM with columns in its memory, the twin, and
 * TA-Lib's C function where it has one (with `TALIB_PYTHON`). Both take turns on the same windows, and the best of the rounds
 * of a pass counts of each window: what else the machine does meanwhile is not to be in the figures. Times are those of
 * the best pass, ratios the middle one of all passes, as the machine's speed drifts.
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
  const passes = composed.map(() => ({ short: [] as Times[], long: [] as Times[] }));
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [k, indicator] of composed.entries()) {
      passes[k]!.short.push(await timed(instance, talib, indicator, series, SHORT));
      passes[k]!.long.push(await timed(instance, talib, indicator, series, BARS));
    }
  }
  for (const [k, indicator] of composed.entries()) {
    const [short, long] = [bestOf(passes[k]!.short), bestOf(passes[k]!.long)];
    const ratio = { short: passes[k]!.short.map(ratioOf), long: passes[k]!.long.map(ratioOf) };
    const twin = await twinOf(indicator, series);
    const ofTwin = twin / short.talib;
    if (!Number.isNaN(short.talib)) ratios.push({ ...ratio, twin: ofTwin });
    const ofShort = [short.wasm, short.talib, median(ratio.short)];
    const ofLong = [long.wasm, long.talib, median(ratio.long)];
    rows.push([indicator.name, ...[...ofShort, ...ofLong, twin, ofTwin].map(cell)]);
  }
  const limits = talib ? await memoryLimits(talib, series) : '';
  await talib?.close();
  table(rows).forEach(print);
  const verdict = talib ? verdictOn(ratios) : '';
  print(verdict);
  print(limits);
  const peers = peerRows(instance, series);
  table(peers).forEach(print);
  await writeSection('indicators', [verdict, limits, markdown(rows)].join('\n\n'));
  if (peers.length > 1) await writeSection('peers', markdown(peers));
}

/** How many functions keep to the limits, by the middle pass; and which are slower than TA-Lib in every one. */
function verdictOn(ratios: readonly Ratios[]): string {
  const count = (is: (x: Ratios) => boolean): number => ratios.filter(is).length;
  const isHalf = (passes: readonly number[]): boolean => median(passes) <= 0.5;
  const isSlower = (passes: readonly number[]): boolean => median(passes) > 1;
  const isAlwaysSlower = (passes: readonly number[]): boolean => Math.min(...passes) > 1;
  const twins = ratios.map(({ twin }) => twin);
  return (
    `Half of TA-Lib's time or less: ${count(({ short }) => isHalf(short))} at 10k bars, ` +
    `${count(({ long }) => isHalf(long))} at 1M, ${count(({ short, long }) => isHalf(short) && isHalf(long))} at both, ` +
    `of ${ratios.length}; slower than TA-Lib: ${count(({ short }) => isSlower(short))} at 10k, ` +
    `${count(({ long }) => isSlower(long))} at 1M; in every pass: ${count(({ short }) => isAlwaysSlower(short))} and ` +
    `${count(({ long }) => isAlwaysSlower(long))}. The twin is no slower than TA-Lib on ` +
    `${twins.filter((twin) => twin <= 1).length}; its time over TA-Lib's is ${median(twins).toFixed(1)} in the middle.`
  );
}

/** What memory allows at 1M bars, by numpy's loops into an array that is there. */
async function memoryLimits(talib: Talib, series: ReadonlyMap<string, Column>): Promise<string> {
  const limit = async (name: 'copy' | 'add', inputs: readonly string[]): Promise<string> => {
    const best: number[] = [];
    for (let round = 0; round < ROUNDS.long; round++)
      keepBest(best, await talib.time({ name, rows: BARS, inputs, params: [], runs: RUNS.long }));
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
    const own = mean(wasmTimes(instance, indicator, columns, params, SHORT, RUNS.short)) / SHORT;
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

const bestOf = (passes: readonly Times[]): Times => ({
  wasm: Math.min(...passes.map(({ wasm }) => wasm)),
  talib: Math.min(...passes.map(({ talib }) => talib)),
});

const ratioOf = ({ wasm, talib }: Times): number => wasm / talib;

/** Of one pass. */
async function timed(
  instance: KernelInstance,
  talib: Talib | null,
  indicator: Indicator,
  series: ReadonlyMap<string, Column>,
  rows: number,
): Promise<Times> {
  const params = indicator.params.map((param) => param.default);
  const names = indicator.inputs.map((_, k) => nameOf(indicator, k));
  const columns = names.map((name) => series.get(name)!);
  const known = talib?.functions.has(indicator.name.toUpperCase()) ?? false;
  const best = { wasm: [] as number[], talib: [] as number[] };
  const length = rows === SHORT ? 'short' : 'long';
  const runs = RUNS[length];
  for (let round = 0; round < ROUNDS[length]; round++) {
    keepBest(best.wasm, wasmTimes(instance, indicator, columns, params, rows, runs));
    const call = { name: indicator.name.toUpperCase(), rows, inputs: names, params, runs };
    if (talib && known) keepBest(best.talib, await talib.time(call));
  }
  return { wasm: mean(best.wasm) / rows, talib: mean(best.talib) / rows };
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
  runs: number,
): number[] {
  const windows = Math.min(WINDOWS, Math.floor(BARS / rows));
  const call = { indicator, inputs: columns.map((_, k) => k), params };
  return Array.from({ length: windows }, (_, k) => {
    const part = columns.map((column) => column.subarray(k * rows, (k + 1) * rows));
    const prepared = new IndicatorTable(instance, part).prepare([call]);
    if (k === 0) prepared.run();
    return Math.min(...Array.from({ length: runs }, () => timeOf(prepared)));
  });
}

function timeOf(calls: PreparedCalls): number {
  const start = performance.now();
  calls.run();
  return (performance.now() - start) * 1e6;
}

const twinOf = (indicator: Indicator, series: ReadonlyMap<string, Column>): Promise<number> =>
  twinTime({
    twinOf: indicator.name,
    columns: indicator.inputs.map((_, k) => series.get(nameOf(indicator, k))!),
    params: indicator.params.map((param) => param.default),
    rows: SHORT,
    windows: WINDOWS,
    rounds: ROUNDS.twin,
  });
