import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenCross, GOLDEN_SETTINGS } from '../../tests/support/golden-cross';
import { sp500Bars } from '../../tests/support/sp500';
import { sliceBars } from '../core/bars';
import { UNWATCHED } from '../core/job';
import type { OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS } from '../core/run';
import type { AccountView, MarketView, Strategy } from '../core/strategy';
import { simulate } from '../engine/simulate';
import { compile } from '../script/compile';
import { runSensitivity, sensitivityPlan } from './sensitivity';
import { costGrid } from './sensitivity/cost-grid';
import { entrySkip, skippingEntries } from './sensitivity/entry-skip';
import { orderDelay } from './sensitivity/order-delay';
import { planVariants } from './sensitivity/plan-variants';
import { SENSITIVITY_KINDS, type VariantFigures, type VariantResult } from './sensitivity/shape';
import { startRoll } from './sensitivity/start-roll';
import { sensitivityStudy, summaryOf } from './sensitivity/study';

const bars = sp500Bars();
const script = readFileSync(new URL('../../docs/examples/golden-cross.bt.js', import.meta.url), 'utf8');
const plan = compile(script).plan!;
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const run = planVariants({ plan, parameters: {}, bars, instrument });
const settings = { ...DEFAULT_SETTINGS, ...plan.settings };
const base = run({});

describe('the grid of costs', () => {
  const grid = costGrid(settings);
  const at = (fees: number, slippage: number): VariantFigures =>
    run(grid.variants.find(({ at: [x, y] }) => x === fees && y === slippage)!);

  it('holds the run itself and a free one, and never earns more by paying more', () => {
    expect(grid.variants).toHaveLength(49);
    expect(at(1, 1)).toEqual(base);
    expect(at(0, 0).costs).toBe(0);
    const growth = [0, 1, 2, 5].map((factor) => at(factor, factor).cagr!);
    expect(growth).toEqual(growth.toSorted((a, b) => b - a));
  });

  it('takes absolute steps where the run pays nothing', () => {
    const free = costGrid({ ...settings, feePercent: 0, slippageBps: 0 });
    expect(free.axes.map(({ unit }) => unit)).toEqual(['% a side', 'bp a side']);
    expect(free.variants[0]!.settings).toMatchObject({ feePercent: 0, slippageBps: 0 });
    expect(free.variants.at(-1)!.settings).toMatchObject({ feePercent: 0.5, slippageBps: 20 });
  });

  it('multiplies every kind of fee and slippage, tiers and rebates too', () => {
    const all = costGrid({
      ...settings,
      feeMakerPercent: -0.01,
      feePerOrder: 2,
      feeTiers: '0:0.1,1000000:-0.08',
      spreadBps: 3,
    });
    const doubled = all.variants.find(({ at: [x, y] }) => x === 2 && y === 2)!;
    expect(doubled.settings).toMatchObject({
      feeMakerPercent: -0.02,
      feePerOrder: 4,
      feeTiers: '0:0.2,1000000:-0.16',
      spreadBps: 6,
    });
  });
});

describe('the roll of the start', () => {
  it('begins with the run itself and goes through the first third', () => {
    const roll = startRoll(bars.time, 5);
    expect(roll.variants.map(({ from }) => from)).toEqual([0, 425, 851, 1276, 1701]);
    expect(run(roll.variants[0]!)).toEqual(base);
    const later = planVariants({ plan, parameters: {}, bars: sliceBars(bars, 851, 5105), instrument });
    expect(run(roll.variants[2]!)).toEqual(later({}));
  });

  it.each([[2], [3], [10]])('has no start twice on %i bars', (rows) => {
    const froms = startRoll(bars.time.subarray(0, rows), 24).variants.map(({ from }) => from!);
    expect(new Set(froms).size).toBe(froms.length);
    expect(Math.max(...froms)).toBeLessThanOrEqual(rows - 2);
  });
});

describe('the delay of orders', () => {
  it('adds to the latency of the run, 0 being the run itself', () => {
    const { variants } = orderDelay({ ...settings, latencyBars: 2 }, 3);
    expect(variants.map(({ settings: changed }) => changed!.latencyBars)).toEqual([2, 3, 4, 5]);
    const [inTime, late] = orderDelay(settings, 1).variants;
    expect(run(inTime!)).toEqual(base);
    expect(run(late!).cagr).not.toBe(base.cagr);
  });
});

describe('entries left out', () => {
  const trades = (chance: number, seed: number, path: number): readonly number[] =>
    simulate({
      bars,
      strategy: skippingEntries(goldenCross(bars, 20, 100), chance, seed, path),
      settings: { ...DEFAULT_SETTINGS, ...GOLDEN_SETTINGS },
    }).trades.map(({ entryBar }) => entryBar);
  const all = trades(0, 1, 1);

  it('leave the run as it is without a chance, and nothing of it for certain', () => {
    expect(all).toHaveLength(29);
    expect(trades(1, 1, 1)).toEqual([]);
  });

  it('depend on seed and draw alone', () => {
    expect(trades(0.3, 7, 3)).toEqual(trades(0.3, 7, 3));
    expect(trades(0.3, 7, 3)).not.toEqual(trades(0.3, 7, 4));
    expect(trades(0.3, 7, 3)).not.toEqual(trades(0.3, 8, 3));
    expect(trades(0.3, 7, 3).length).toBeLessThan(29);
  });

  it('are as many as the chance says, and exits are never left out', () => {
    const market = { positionSize: 0, index: 0 } as MarketView;
    const account = { markets: [market] } as unknown as AccountView;
    const requests: readonly OrderRequest[] = [
      { kind: 'enter', side: 'buy', sizing: { kind: 'units', units: 1 } },
      { kind: 'exit' },
      { kind: 'target', weight: 0 },
      { kind: 'order', side: 'sell', units: 1, reduceOnly: true },
    ];
    const asking: Strategy = { name: 'asks', onBar: () => requests };
    const wrapped = skippingEntries(asking, 0.25, 5, 9);
    const kept = Array.from({ length: 20_000 }, (_, bar) => wrapped.onBar(undefined as never, bar, account));
    expect(kept.every((row) => row.length >= 3)).toBe(true);
    const entered = kept.filter((row) => row.length === 4).length;
    expect(Math.abs(entered / 20_000 - 0.75)).toBeLessThan(0.012);
  });

  it('let changes of an open position through, and count openings by plain and target orders', () => {
    const asked: OrderRequest[] = [
      { kind: 'order', side: 'buy', units: 1 },
      { kind: 'target', weight: 0.5 },
    ];
    const asking: Strategy = { name: 'asks', onBar: () => asked };
    const account = (positionSize: number): AccountView =>
      ({ markets: [{ positionSize, index: 0 }] }) as unknown as AccountView;
    const wrapped = skippingEntries(asking, 1, 1, 1);
    expect(wrapped.onBar(undefined as never, 0, account(3))).toBe(asked);
    expect(wrapped.onBar(undefined as never, 0, account(0))).toEqual([]);
  });

  it.each([[{ chance: 0 }], [{ chance: 1 }], [{ runs: 0 }], [{ seed: -1 }], [{ chance: NaN }]])(
    'refuse %j',
    (options) => {
      expect(() => entrySkip(options)).toThrow(expect.objectContaining({ code: 'parameter_out_of_range' }));
    },
  );
});

describe('what a study says', () => {
  const result = (label: string, cagr: number | null): VariantResult => ({
    label,
    at: [0],
    figures: { ...base, cagr },
  });

  it('sums up the variants that have a value', () => {
    const results = [
      result('a', 0.01),
      result('b', -0.02),
      result('c', null),
      result('d', 0.03),
      result('e', 0),
    ];
    expect(summaryOf(results, 'cagr')).toEqual({
      known: 4,
      variants: 5,
      median: 0.005,
      aboveZero: 0.5,
      worst: { label: 'b', value: -0.02 },
      best: { label: 'd', value: 0.03 },
    });
    expect(summaryOf([result('a', null)], 'cagr')).toMatchObject({
      median: null,
      aboveZero: null,
      worst: null,
    });
  });

  it('answers its question with its figures', () => {
    const roll = startRoll(bars.time, 2);
    const study = sensitivityStudy(
      roll,
      base,
      [
        { ...base, cagr: -0.01 },
        { ...base, cagr: null },
      ],
      'cagr',
    );
    expect(study.answer.replaceAll('\u202f', ' ')).toBe(
      'Growth a year +1.69 % a year as run; median −1.00 % a year over 1 variant, 0 % of them above zero. Worst −1.00 % a year (from 2000-01-03), best −1.00 % a year (from 2000-01-03). 1 variant without a value.',
    );
  });

  it('is plain values for every kind, and ends when its job is cancelled', async () => {
    const few = sliceBars(bars, 0, 600);
    const short = planVariants({ plan, parameters: {}, bars: few, instrument });
    const request = { settings, time: few.time, starts: 2, delays: 1, skip: { runs: 2 } };
    for (const kind of SENSITIVITY_KINDS) {
      const study = await runSensitivity(sensitivityPlan(kind, request), short, 'sharpe', UNWATCHED);
      expect(structuredClone(study)).toEqual(study);
      expect(study.question).toMatch(/\?/);
      expect(study.results.length).toBe(study.axes.reduce((count, { values }) => count * values.length, 1));
    }
    const cancelled = {
      checkpoint: (done: number) => (done === 1 ? Promise.reject(new Error('stop')) : Promise.resolve()),
    };
    await expect(
      runSensitivity(sensitivityPlan('start', request), short, 'sharpe', cancelled),
    ).rejects.toThrow('stop');
  });
});
