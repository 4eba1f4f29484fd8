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
import { laneScreen } from './lane-screen';
import { laneRowRunner } from './sweep/lane-rows';
import { rowRunner } from './sweep/row-runner';
import { TRIAL_FIGURES } from './sweep/trial-table';
import { axisValues } from './sweep-plan';

const bars = sliceBars(sp500Bars(), 3000, 3600);
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const planOf = (source: string) => compile(source).plan!;
const setupOf = (source: string) => ({ plan: planOf(source), parameters: {}, bars, instrument });
const axes = [
  { name: 'a', values: axisValues('a', 2, 12, 1) },
  { name: 'b', values: axisValues('b', 4, 24, 2) },
];

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
  ])('gives the rows of the lane runner on the whole and on a share: %s', async (name) => {
    const setup = { ...setupOf(laneScript(name)), axes, figures: TRIAL_FIGURES };
    const columns = new ColumnStore(bars);
    const places = Float64Array.from({ length: 121 }, (_, k) => k);
    const run = laneRowRunner(setup, backend, columns, UNWATCHED);
    if (typeof run === 'string') throw new Error(run);
    for (const share of [1, 0.3]) {
      const wanted = await rowRunner(setup, 'lane', columns)(places, share);
      const found = await run(places, share);
      expect({ ...found, sharpeError: wanted.sharpeError }).toEqual(wanted);
    }
  });

  it('runs exactly what lanes do not know to the end: a ruined short position', async () => {
    const source = `strategy('Ruin', { capital: 100_000 })
const size = param('size', 90, { min: 10, max: 90, step: 10 })
if (barIndex == 0) short({ size: percentOfEquity(size) })`;
    const own = {
      ...setupOf(source),
      bars: sp500Bars(),
      axes: [{ name: 'size', values: [20, 90] }],
      figures: TRIAL_FIGURES,
    };
    const columns = new ColumnStore(own.bars);
    const run = laneRowRunner(own, backend, columns, UNWATCHED);
    if (typeof run === 'string') throw new Error(run);
    const places = Float64Array.of(0, 1);
    const found = await run(places, 1);
    const exact = await rowRunner(own, 'exact', columns)(places, 1);
    expect(found.figures).toEqual(exact.figures);
    expect(found.figures.trades).not.toEqual(Float64Array.of(0, 0));
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
