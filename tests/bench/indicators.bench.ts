import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels, type KernelInstance } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { INDICATORS } from '../../src/indicators/catalogue';
import type { Indicator } from '../../src/indicators/indicator';
import { inputsOf } from '../conformance/series';
import { loadKernels } from './kernels';
import { startTalib, type Talib } from './talib';
import { table } from './timing';

const BARS = 1_000_000;
const SHORT = 10_000;
/** Different stretches of short series, so that no branch predictor knows one of them by heart. */
const WINDOWS = 100;
const ROUNDS = 3;

/** Nanoseconds a row of one function on one length. */
interface Times {
  readonly wasm: number;
  readonly talib: number;
}

/**
 * Every indicator that has a graph at its defaults, in one thread: WASM with columns in its memory, the twin, and
 * TA-Lib's C function where it has one (with `TALIB_PYTHON`). Both take turns, and the best of three rounds counts.
 *
 * @param print  receives the table, a line an indicator
 */
export async function run(print: (line: string) => void): Promise<void> {
  const instance = await instantiateKernels(await loadKernels());
  const only = (process.env['ONLY'] ?? '').split(',');
  const composed = INDICATORS.filter(({ graph, name }) => graph && (only[0] === '' || only.includes(name)));
  const series = new Map<string, Column>();
  for (const indicator of composed) {
    inputsOf(indicator, BARS, 11).forEach((column, k) => series.set(nameOf(indicator, k), column));
  }
  const talib = await startTalib(series);
  if (talib) print(`TA-Lib ${talib.version}`);
  const rows: string[][] = [
    ['indicator', 'wasm 10k', 'TA-Lib', 'ratio', 'wasm 1M', 'TA-Lib', 'ratio', 'twin 10k'],
  ];
  const ratios: { short: number; long: number }[] = [];
  for (const indicator of composed) {
    const short = await timed(instance, talib, indicator, series, SHORT);
    const long = await timed(instance, talib, indicator, series, BARS);
    const ratio = ({ wasm, talib: other }: Times): number => wasm / other;
    if (!Number.isNaN(short.talib)) ratios.push({ short: ratio(short), long: ratio(long) });
    const cells = [short, long].flatMap((times) => [times.wasm, times.talib, ratio(times)]);
    rows.push([indicator.name, ...cells.map(cell), cell(twinTime(indicator, series))]);
  }
  await talib?.close();
  table(rows).forEach(print);
  const count = (is: (x: { short: number; long: number }) => boolean): number => ratios.filter(is).length;
  print(
    `Half of TA-Lib's time or less: ${count(({ short }) => short <= 0.5)} at 10k, ${count(({ long }) => long <= 0.5)} at 1M, ` +
      `${count(({ short, long }) => Math.max(short, long) <= 0.5)} at both, of ${ratios.length}; slower: ` +
      `${count(({ short }) => short > 1)} at 10k, ${count(({ long }) => long > 1)} at 1M.`,
  );
}

const cell = (x: number): string => (Number.isNaN(x) ? '' : x.toFixed(2));

/** Series are named for their column, others for the indicator that takes them. */
const nameOf = ({ name, inputs }: Indicator, k: number): string =>
  inputs[k]!.source === 'real' ? `${name}-${inputs[k]!.name}` : inputs[k]!.source;

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
  let best: Times = { wasm: Infinity, talib: known ? Infinity : NaN };
  for (let round = 0; round < ROUNDS; round++) {
    const wasm = wasmTime(instance, indicator, columns, params, rows);
    const call = { name: indicator.name.toUpperCase(), rows, inputs: names, params };
    const other = talib && known ? await talib.time(call) : NaN;
    best = { wasm: Math.min(best.wasm, wasm), talib: Math.min(best.talib, other) };
  }
  return best;
}

function wasmTime(
  instance: KernelInstance,
  indicator: Indicator,
  columns: readonly Column[],
  params: readonly number[],
  rows: number,
): number {
  const windows = Math.min(WINDOWS, Math.floor(BARS / rows));
  const call = { indicator, inputs: columns.map((_, k) => k), params };
  let spent = 0;
  for (let k = 0; k < windows; k++) {
    const part = columns.map((column) => column.slice(k * rows, (k + 1) * rows));
    const prepared = new IndicatorTable(instance, part).prepare([call]);
    if (k === 0) prepared.run();
    const start = performance.now();
    prepared.run();
    spent += performance.now() - start;
  }
  return (spent * 1e6) / windows / rows;
}

function twinTime(indicator: Indicator, series: ReadonlyMap<string, Column>): number {
  const inputs = indicator.inputs.map((_, k) => series.get(nameOf(indicator, k))!.subarray(0, SHORT));
  const params = indicator.params.map((param) => param.default);
  let best = Infinity;
  for (let round = 0; round < 8; round++) {
    const start = performance.now();
    batch(indicator, inputs, params);
    best = Math.min(best, performance.now() - start);
  }
  return (best * 1e6) / SHORT;
}
