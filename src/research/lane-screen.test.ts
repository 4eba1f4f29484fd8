import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { laneScript } from '../../tests/support/lane-scripts';
import { sp500Bars } from '../../tests/support/sp500';
import { createWasmBackend } from '../compute/wasm/backend';
import type { KernelBackend } from '../core/backend';
import { sliceBars } from '../core/bars';
import { UNWATCHED } from '../core/job';
import type { LaneSweep } from '../core/lane-sweep';
import { compile } from '../script/compile';
import { ColumnStore } from '../script/evaluate';
import { laneRunner } from './lane-runner';
import { laneScreen } from './lane-screen';
import { TRIAL_FIGURES } from './sweep/trial-table';

const bars = sliceBars(sp500Bars(), 3000, 3600);
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const planOf = (source: string) => compile(source).plan!;
const setupOf = (source: string) => ({ plan: planOf(source), parameters: {}, bars, instrument });
const CELLS = Array.from({ length: 121 }, (_, k) => [2 + (k % 11), 4 + 2 * Math.floor(k / 11)]);

let backend: KernelBackend;
beforeAll(async () => {
  const bytes = await readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url));
  backend = await createWasmBackend(await WebAssembly.compile(bytes));
});

describe('a screen by lanes', () => {
  it.each([
    'averages with stop and target',
    'long and short with a trailing stop in percent',
    'a state that reads the position',
  ])('gives the figures of the lanes of the engine on all cells: %s', async (name) => {
    const setup = { ...setupOf(laneScript(name)), names: ['a', 'b'] };
    const columns = new ColumnStore(bars);
    const screen = laneScreen(setup, backend, columns);
    if (typeof screen === 'string') throw new Error(screen);
    const rows = await screen(CELLS, UNWATCHED);
    const runs = await laneRunner(setup, columns)(CELLS);
    expect(rows.beyond).not.toContain(1);
    for (const figure of TRIAL_FIGURES)
      expect(rows.metrics[figure]).toEqual(Float64Array.from(runs, ({ metrics }) => metrics[figure] ?? NaN));
    expect([...rows.blocks]).toEqual(runs.flatMap(({ profile }) => [...profile.blocks]));
    expect([...rows.early]).toEqual(
      runs.flatMap(({ profile: { earlySum, earlySquares } }) => [earlySum, earlySquares]),
    );
  });

  it('says which cells lanes do not know to the end: a ruined short position', async () => {
    const source = `strategy('Ruin', { capital: 100_000 })
const size = param('size', 90, { min: 10, max: 90, step: 10 })
if (barIndex == 0) short({ size: percentOfEquity(size) })`;
    const own = { ...setupOf(source), bars: sp500Bars(), names: ['size'] };
    const screen = laneScreen(own, backend, new ColumnStore(own.bars));
    if (typeof screen === 'string') throw new Error(screen);
    const { beyond, metrics } = await screen([[20], [90]], UNWATCHED);
    expect([...beyond]).toEqual([0, 1]);
    expect(metrics.finalEquity[0]).toBeGreaterThan(0);
    expect(metrics.finalEquity[1]).toBeNaN();
  });

  it('shares a column among all cells that it does not depend on, and makes none for a cell alone', async () => {
    const sweeps: LaneSweep[] = [];
    const watched: Pick<KernelBackend, 'sweepLanes'> = {
      sweepLanes(sweep, job) {
        sweeps.push(sweep);
        return backend.sweepLanes(sweep, job);
      },
    };
    const source = `strategy('A')
const a = param('a', 3, { min: 2, max: 30, step: 1 })
const b = param('b', 9, { min: 2, max: 90, step: 1 })
if (rsi(close, a) < b) buy({ size: percentOfEquity(b), stop: close * (1 - b / 200) })
if (rsi(close, a) > 100 - b) exit()`;
    const screen = laneScreen({ ...setupOf(source), names: ['a', 'b'] }, watched, new ColumnStore(bars));
    if (typeof screen === 'string') throw new Error(screen);
    await screen(
      Array.from({ length: 500 }, (_, k) => [2 + (k % 5), 10 + (k % 70)]),
      UNWATCHED,
    );
    expect(sweeps.map(({ trials, columns }) => [trials, columns.length])).toEqual([[500, 6]]);
  });

  it('says why there is none', () => {
    const reasonOf = (source: string) =>
      laneScreen({ ...setupOf(source), names: [] }, backend, new ColumnStore(bars));
    expect(reasonOf("strategy('A')\nif (close > open) buy({ size: units(1), limit: close })")).toBe(
      "an order has the option 'limit'",
    );
    expect(reasonOf("strategy('A', { leverage: 2 })\nif (close > open) buy({ size: units(1) })")).toBe(
      "the setting 'leverage' is the exact engine's alone",
    );
    expect(reasonOf("strategy('A')\nif (sma(equity, 3) > 1 && close > open) buy({ size: units(1) })")).toBe(
      "the indicator 'sma' follows the account",
    );
    const many = 'if (close > open) buy({ size: units(1) })\n'.repeat(32);
    expect(reasonOf(`strategy('A')\n${many}`)).toBe('it has more than 31 orders');
  });
});
