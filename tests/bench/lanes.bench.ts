import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { UNWATCHED } from '../../src/core/job';
import { compile } from '../../src/script/compile';
import { exactRunner, type CellSetup, type ExactRunner } from '../../src/research/cell-run';
import { columnsFor } from '../../src/research/columns-for';
import { laneReason, laneRunner } from '../../src/research/lane-runner';
import { laneScreen, type LaneRows, type LaneScreen } from '../../src/research/lane-screen';
import { sp500Bars } from '../support/sp500';
import { loadKernels } from './kernels';
import { elapsed, median, table } from './timing';

type Cells = readonly (readonly number[])[];

const ROUNDS = 5;
export const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };

/** A script of each kind that sweeps meet, with the parameters of 240 cells. */
export const SCRIPTS: readonly (readonly [name: string, names: readonly string[], source: string])[] = [
  [
    'two averages, stop and target',
    ['a', 'b'],
    `strategy('A', { fee: percent(0.1), slippage: bps(1) })
const a = param('a', 20, { min: 5, max: 60, step: 5 })
const b = param('b', 100, { min: 40, max: 250, step: 10 })
if (crossover(sma(close, a), sma(close, b))) buy({ size: percentOfEquity(95), stop: close * 0.96, target: close * 1.2 })
if (crossunder(sma(close, a), sma(close, b))) exit()`,
  ],
  [
    'dips of RSI, long and short, trailing stop and target',
    ['a', 'b'],
    `strategy('B', { fee: percent(0.1), slippage: bps(1) })
const a = param('a', 5, { min: 2, max: 30, step: 1 })
const b = param('b', 30, { min: 5, max: 45, step: 1 })
if (rsi(close, a) < b) buy({ size: percentOfEquity(95), trailing: percent(5), target: close * 1.1 })
if (rsi(close, a) > 100 - b) short({ size: percentOfEquity(50), stop: close * 1.05 })`,
  ],
  [
    'the same with an exit after some bars, which asks on every bar',
    ['a', 'b'],
    `strategy('C', { fee: percent(0.1), slippage: bps(1) })
const a = param('a', 5, { min: 2, max: 30, step: 1 })
const b = param('b', 30, { min: 5, max: 45, step: 1 })
if (crossunder(rsi(close, a), b)) buy({ size: percentOfEquity(95), trailing: percent(5), target: close * 1.1 })
if (position.bars >= 10) exit()`,
  ],
];

/** Cells as the backends' lanes give them, held against those of the exact engine. */
async function isEqual(exact: ExactRunner, screen: LaneScreen, cells: Cells): Promise<boolean> {
  const [runs, rows] = [await exact(cells), await screen(cells, UNWATCHED)];
  return runs.every(({ metrics, profile }, k) => {
    const blocks = rows.blocks.subarray(32 * k, 32 * k + 32);
    const names = Object.keys(rows.metrics) as (keyof LaneRows['metrics'])[];
    return (
      rows.beyond[k] === 1 ||
      (names.every((name) => Object.is(rows.metrics[name][k], metrics[name] ?? NaN)) &&
        blocks.every((sum, block) => sum === profile.blocks[block]))
    );
  });
}

/** Sweeps of general scripts by lanes beside the exact engine on the same cells, one thread; all to the same bits. */
export async function run(print: (line: string) => void): Promise<void> {
  const bars = sp500Bars();
  const backends = [createCpuBackend(), await createWasmBackend(await loadKernels())];
  const rows = [
    ['240 cells of', 'engine, ns a bar and cell', 'lanes', 'twin', 'wasm', 'wasm to engine', 'equal'],
  ];
  for (const [name, names, source] of SCRIPTS) {
    const { plan } = compile(source);
    if (!plan) throw new Error(`${name} does not compile`);
    const setup: CellSetup = { plan, names, parameters: {}, bars, instrument };
    if (laneReason(setup) !== null) throw new Error(`${name} is no script for lanes`);
    const cells = Array.from({ length: 240 }, (_, k) => [5 + (k % 12), 20 + Math.floor(k / 12)]);
    const columns = columnsFor(setup);
    const [exact, lanes] = [exactRunner(setup, columns), laneRunner(setup, columns)];
    const screens = backends.map((backend) => screenOf(setup, backend, columns));
    const each = bars.time.length * cells.length;
    const slow = (await timeOf(() => exact(cells))) / each;
    const times = [(await timeOf(() => lanes(cells))) / each];
    for (const screen of screens) times.push((await timeOf(() => screen(cells, UNWATCHED))) / each);
    const equal = await Promise.all(screens.map((screen) => isEqual(exact, screen, cells)));
    rows.push([
      name,
      slow.toFixed(0),
      ...times.map((time) => time.toFixed(2)),
      `${(slow / times.at(-1)!).toFixed(0)}x`,
      equal.every(Boolean) ? 'to the bit' : 'no',
    ]);
  }
  table(rows).forEach(print);
}

/** A screen of a script that lanes know. */
export function screenOf(...[setup, backend, columns]: Parameters<typeof laneScreen>): LaneScreen {
  const screen = laneScreen(setup, backend, columns);
  if (typeof screen === 'string') throw new Error(screen);
  return screen;
}

/** Median nanoseconds, after a round that is not counted. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times = [];
  for (let k = 0; k < ROUNDS; k++) times.push(await elapsed(work));
  return median(times);
}
