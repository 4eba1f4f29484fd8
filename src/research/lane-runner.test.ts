import { describe, expect, it } from 'vitest';
import { sp500Bars } from '../../tests/support/sp500';
import type { KernelBackend } from '../core/backend';
import { sliceBars } from '../core/bars';
import { UNWATCHED } from '../core/job';
import { compile } from '../script/compile';
import { ColumnStore } from '../script/evaluate';
import { exactRunner } from './cell-run';
import { laneReason, laneRunner } from './lane-runner';
import { sweepLanes } from './lane-sweep';
import { figuresOf, runSweep, type SweepRequest, type SweepTools } from './sweep';
import { axisValues, sweepPlan } from './sweep-plan';
import { exactRows, type RowSetup } from './sweep/row-runner';
import { screenRunner } from './sweep/screen';

const SCRIPT = `strategy('Dip', { capital: 100_000, fee: percent(0.05), slippage: bps(2) })
const period = param('period', 5, { min: 2, max: 30, step: 1 })
const dip = param('dip', 30, { min: 5, max: 45, step: 1 })
const trail = param('trail', 4, { min: 1, max: 9, step: 0.5 })
const strength = rsi(close, period)
if (crossunder(strength, dip)) buy({ size: percentOfEquity(90), trailing: percent(trail), target: close * 1.1 })
if (crossover(strength, 100 - dip)) short({ size: percentOfEquity(50), stop: close * 1.05 })
if (position.bars >= 25) exit()
`;

const bars = sliceBars(sp500Bars(), 3000, 4000);
const columns = new ColumnStore(bars);
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const planOf = (source: string) => compile(source).plan!;
const twin: KernelBackend = {
  kind: 'cpu',
  precision: 'f64',
  detail: 'twin',
  indicator: () => Promise.reject(new Error('not asked for')),
  sweepTwoAverages: () => Promise.reject(new Error('not asked for')),
  sweepLanes,
  close: () => undefined,
};
const requestOf = (source: string): SweepRequest => ({
  plan: planOf(source),
  parameters: {},
  bars,
  instrument,
  triesBefore: 0,
  axes: [
    { name: 'period', values: axisValues('period', 3, 13, 1) },
    { name: 'dip', values: axisValues('floor', 20, 40, 4) },
    { name: 'trail', values: axisValues('trail', 2, 9, 1) },
  ],
});
const request = requestOf(SCRIPT);
const { axes } = sweepPlan(request.plan, request.axes);
const toolsOf = (from: RowSetup, store: ColumnStore, backend: KernelBackend | null): SweepTools => ({
  screen: backend && {
    kind: backend.kind,
    precision: backend.precision,
    run: screenRunner({ ...from, columns: store, capacity: 1e8 }, backend),
  },
  exact: exactRows(from, store),
});
const rows: RowSetup = { ...request, axes, figures: figuresOf() };

describe('a sweep by lanes', async () => {
  const outcome = await runSweep(request, toolsOf(rows, columns, twin), UNWATCHED);
  const all = await runSweep(request, toolsOf(rows, columns, null), UNWATCHED);

  it('screens every cell with the figures of the exact engine, to the bit', () => {
    expect(outcome.run).toBe(11 * 6 * 8);
    expect(outcome.refusal).toBeNull();
    expect(outcome.trials.exact.reduce((sum, one) => sum + one, 0)).toBeLessThan(140);
    expect(outcome.trials.figures).toEqual(all.trials.figures);
    expect(outcome.agreement).toMatchObject({
      backend: 'cpu',
      precision: 'f64',
      worstDifference: 0,
      tradeDifferences: 0,
    });
    expect(outcome.best).toBe(all.best);
  });

  it('judges overfitting and the early choice over all cells, as exact runs of all do', () => {
    expect(outcome.verdict?.evidence).toEqual(all.verdict?.evidence);
    expect(outcome.verdict?.evidence.some(({ claim }) => claim === 'Overfitting')).toBe(true);
  });
});

describe('what lanes cannot do', () => {
  it.each([
    ['limit: close', "an order has the option 'limit'"],
    ['trailing: averageRanges(2, 14)', 'a trailing stop follows by average ranges'],
    ['size: kelly(0.5, 5)', "the size 'kelly' is the exact engine's alone"],
  ])('is named: %s', (option, reason) => {
    const size = option.startsWith('size') ? '' : 'size: units(1), ';
    const plan = planOf(
      `strategy('A')\nif (close > open) buy({ ${size}${option} })\nif (close < open) exit()`,
    );
    expect(laneReason({ plan, bars })).toBe(reason);
  });

  it('is named: a setting', () => {
    const reason = laneReason({ plan: request.plan, bars, settings: { leverage: 2 } });
    expect(reason).toBe("the setting 'leverage' is the exact engine's alone");
  });

  it('is run by the whole engine, as a refusal says', async () => {
    const limited = requestOf(SCRIPT.replace('trailing:', 'limit: close, trailing:'));
    const own = { ...limited, axes: [{ name: 'dip', values: [25, 30] }], parameters: { period: 3 } };
    const run = { ...own, axes: sweepPlan(own.plan, own.axes).axes, figures: figuresOf() };
    const outcome = await runSweep(own, toolsOf(run, columns, twin), UNWATCHED);
    expect(outcome.refusal).toBe("an order has the option 'limit'");
    expect(outcome.trials.exact.every((one) => one === 1)).toBe(true);
  });

  it('is found in a single cell, which the whole engine then runs: a ruined short position', async () => {
    const ruin = planOf(`strategy('Ruin', { capital: 100_000 })
const size = param('size', 90, { min: 10, max: 90, step: 10 })
if (barIndex == 0) short({ size: percentOfEquity(size) })`);
    const own = { ...request, plan: ruin, names: ['size'], bars: sp500Bars() };
    const store = new ColumnStore(own.bars);
    const cells = [[90], [20]];
    const found = await laneRunner(own, store)(cells);
    const whole = await exactRunner(own, store)(cells);
    expect(whole).toMatchObject(found);
    expect(found.map(({ metrics }) => metrics.trades)).not.toEqual([0, 0]);
  });
});
