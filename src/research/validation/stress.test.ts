import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOfCloses } from '../../../tests/support/random-walk';
import { GOLDEN_SETTINGS, goldenCross } from '../../../tests/support/golden-cross';
import { noiseTrials } from '../../../tests/support/noise-trials';
import { sp500Bars } from '../../../tests/support/sp500';
import { tradeOf } from '../../../tests/support/trade';
import { sliceBars, type Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import { UniformStream } from '../../core/random/uniforms';
import { DEFAULT_SETTINGS } from '../../core/run';
import { laneForeignSetting } from '../../engine/lane/lane-limits';
import { simulate } from '../../engine/simulate';
import { barPermutation } from './bar-permutation';
import { scheduleEquity } from './entry-figures';
import { doubledCosts } from './doubled-costs';
import type { BarsStatistic } from './draws';
import { jitteredBars } from './jitter-bars';
import { noise } from './noise';
import { permutedBars } from './permute-bars';
import { priceRefusal } from './price-refusal';
import { randomEntry } from './random-entry';
import { freeBars, holdingsOf, randomSchedule, scheduledStrategy } from './random-schedule';
import { regimeRows, regimes } from './regimes';
import { onJittered, onPermuted, type PathStatistic } from './path-statistic';
import { figureOf } from './shape';
import { signalPermutation } from './signal-permutation';
import type { PathRange } from './tasks';
import { compound } from './walk-forward';

const sp500 = sp500Bars();
const bars = sliceBars(sp500, 1800, 2800);
const isValid = ({ open, high, low, close }: Bars): boolean =>
  close.every((c, i) => low[i]! > 0 && low[i]! <= Math.min(open[i]!, c) && high[i]! >= Math.max(open[i]!, c));
const sorted = (values: Iterable<number>): number[] => [...values].toSorted((a, b) => a - b);

/** Bars whose closes follow returns. */
const barsOf = (returns: Column, start = 100): Bars =>
  barsOfCloses(compound(returns).map((value) => value * start));

describe('permutedBars', () => {
  const shuffled = permutedBars(bars, new UniformStream(3));

  it('keeps times, first bar and last close, and valid prices', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const found = permutedBars(bars, new UniformStream(seed));
        expect(isValid(found)).toBe(true);
        expect(found.time).toBe(bars.time);
        expect(found.close[0]).toBe(bars.close[0]);
        expect([found.close.at(-1)!]).toMatchColumn([bars.close.at(-1)!], { rtol: 1e-10 });
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('has the same gaps and bodies in another order', () => {
    const gaps = ({ open, close }: Bars): number[] =>
      sorted(Array.from(open.subarray(1), (value, i) => value / close[i]!));
    const bodies = ({ open, high, low, close }: Bars): number[] =>
      sorted(
        Array.from(open.subarray(1), (value, i) => (high[i + 1]! * low[i + 1]! * close[i + 1]!) / value ** 3),
      );
    expect(gaps(shuffled)).toMatchColumn(gaps(bars), { rtol: 1e-9 });
    expect(bodies(shuffled)).toMatchColumn(bodies(bars), { rtol: 1e-9 });
    expect(sorted(shuffled.volume)).toEqual(sorted(bars.volume));
    expect(shuffled.close).not.toEqual(bars.close);
  });

  it('shuffles gaps apart from bodies', () => {
    const rows = Array.from({ length: 999 }, (_, k) => k + 1);
    const gap = (from: Bars, i: number): number => from.open[i]! / from.close[i - 1]!;
    const body = (from: Bars, i: number): number => from.close[i]! / from.open[i]!;
    const near = (a: number, b: number): boolean => Math.abs(a / b - 1) < 1e-12;
    const together = rows.filter((i) => {
      const source = rows.find((k) => near(gap(shuffled, i), gap(bars, k)) && gap(bars, k) !== 1);
      return source !== undefined && near(body(shuffled, i), body(bars, source));
    });
    expect(together.length).toBeLessThan(20);
  });
});

describe('jitteredBars', () => {
  it('moves every price by a share of the mean range at most, and keeps highs and lows', () => {
    for (let seed = 2; seed < 20; seed++)
      expect(isValid(jitteredBars(bars, 0.9, new UniformStream(seed)))).toBe(true);
    const found = jitteredBars(bars, 0.2, new UniformStream(1));
    const range =
      bars.close.reduce((sum, c, i) => sum + (bars.high[i]! - bars.low[i]!) / c, 0) / bars.close.length;
    expect(isValid(found)).toBe(true);
    for (const name of ['open', 'close'] as const) {
      const moves = Array.from(found[name], (value, i) => Math.abs(value / bars[name][i]! - 1));
      expect(Math.max(...moves)).toBeLessThanOrEqual(0.2 * range * (1 + 1e-9));
      expect(Math.max(...moves)).toBeGreaterThan(0.19 * range);
    }
    expect(found.volume).toBe(bars.volume);
  });
});

describe('priceRefusal', () => {
  it('names what stands against new prices', () => {
    expect(priceRefusal(bars)).toBeNull();
    expect(priceRefusal(sliceBars(bars, 0, 249))).toBe('It needs 250 bars; there are 249.');
    const split = new Float64Array(1000).fill(1).with(7, 2) as Column;
    expect(priceRefusal({ ...bars, extra: { split } })).toContain('split');
    expect(priceRefusal({ ...bars, extra: { split: split.with(7, 1) as Column } })).toBeNull();
    expect(priceRefusal({ ...bars, high: bars.high.with(4, 1) as Column })).toContain('Row 4');
    expect(priceRefusal({ ...bars, low: bars.low.with(9, NaN) as Column })).toContain('Row 9');
  });
});

/** A figure of given bars as one of them and of paths that are drawn from them. */
const pathsOf = (from: Bars, draw: typeof onPermuted, statistic: BarsStatistic): PathStatistic => ({
  onBars: () => statistic(from),
  onPaths: (range) => draw(from, statistic, range),
  depth: 2,
  step: 7,
});
const shuffling = (from: Bars, statistic: BarsStatistic) => pathsOf(from, onPermuted, statistic);
const jittering = (statistic: BarsStatistic) => pathsOf(bars, onJittered, statistic);

/** A rule that holds a bar when the one before rose: it lives from the order of the bars. */
const momentum = async ({ close }: Bars): Promise<number> => {
  let sum = 0;
  let squares = 0;
  for (let i = 2; i < close.length; i++) {
    const value = close[i - 1]! > close[i - 2]! ? close[i]! / close[i - 1]! - 1 : 0;
    sum += value;
    squares += value * value;
  }
  return (sum / Math.sqrt(squares)) * Math.sqrt(252 / close.length);
};

describe('permutation of bars', () => {
  const returns = noiseTrials(11, 1, 600)[0]!;
  const trending = returns.map((value, i) => value + 0.4 * (returns[i - 1] ?? 0));

  it('finds what lives from the order of bars, and not what does not', async () => {
    const found = await barPermutation(barsOf(trending), shuffling(barsOf(trending), momentum), 1, {
      seed: 1,
      draws: 99,
    });
    expect(found.pass).toBe(true);
    expect(figureOf(found, 'chance')).toBe(0.01);
    const chances = [];
    for (let seed = 20; seed < 60; seed++) {
      const noisy = barsOf(noiseTrials(seed, 1, 300)[0]!);
      chances.push(
        figureOf(await barPermutation(noisy, shuffling(noisy, momentum), 1, { seed, draws: 39 }), 'chance')!,
      );
    }
    // 40 worlds at a level of 5 %: 2 expected, 4 deviations of 1.4 above.
    expect(chances.filter((chance) => chance <= 0.05).length).toBeLessThan(8);
    expect(chances.filter((chance) => chance <= 0.5).length).toBeGreaterThan(7);
  });

  it('is not run without prices or movement', async () => {
    expect(
      (
        await barPermutation(
          bars,
          shuffling(bars, async () => null),
          1,
          { seed: 1, draws: 19 },
        )
      ).reason,
    ).toContain('never moved');
    const damaged = { ...bars, close: bars.close.with(5, NaN) as Column };
    expect(
      (await barPermutation(damaged, shuffling(damaged, momentum), 1, { seed: 1, draws: 19 })).status,
    ).toBe('not run');
  });
});

describe('permutation of positions', () => {
  const returns = noiseTrials(12, 1, 800)[0]!;
  const { close } = barsOf(returns);

  it('finds positions that knew the moves, and not those that did not', async () => {
    const knowing = Float64Array.from({ length: 801 }, (_, i) => ((returns[i] ?? 0) > 0.004 ? 1 : 0));
    const found = await signalPermutation(knowing, close, { seed: 1, draws: 199 });
    expect(found.pass).toBe(true);
    expect(figureOf(found, 'chance')).toBe(0.005);
    let passed = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = new UniformStream(seed, 5);
      const blind = Float64Array.from({ length: 801 }, (_, i) =>
        i % 7 === 0 || random.next() < 0.4 ? 1 : 0,
      );
      if ((await signalPermutation(blind, close, { seed, draws: 59 })).pass) passed += 1;
    }
    expect(passed).toBeLessThan(8);
  });

  it('needs spells to shuffle', async () => {
    const always = new Float64Array(801).fill(1);
    expect((await signalPermutation(always, close, { seed: 1, draws: 19 })).reason).toContain('there are 1.');
  });
});

describe('random entries', () => {
  const noMoves = async ({ from, to }: PathRange) => new Float64Array(to - from).fill(NaN);
  const run = simulate({ bars: sp500, strategy: goldenCross(sp500, 20, 100), settings: GOLDEN_SETTINGS });
  const holdings = holdingsOf(run.trades, run.series.equity, sp500.close);
  const rows = sp500.time.length;

  it('have the holdings of the run', () => {
    expect(holdings).toHaveLength(run.trades.length);
    expect(holdings.every(({ side }) => side === 'long')).toBe(true);
    expect(holdings.map(({ bars: held }) => held)).toEqual(
      run.trades.map(({ entryBar, exitBar }) => Math.max(1, exitBar - entryBar)),
    );
    for (const { percent } of holdings) expect(Math.abs(percent - 95)).toBeLessThan(2.5);
  });

  it('join trades that overlap, and last to the end where they are open', () => {
    const flat = new Float64Array(50).fill(100);
    const found = holdingsOf(
      [
        tradeOf({ entryBar: 5, exitBar: 9 }),
        tradeOf({ entryBar: 7, exitBar: 12 }),
        tradeOf({ entryBar: 40, exitBar: NaN }),
      ],
      flat,
      flat,
    );
    expect(found.map(({ entryBar, bars: held }) => [entryBar, held])).toEqual([
      [5, 7],
      [40, 9],
    ]);
  });

  it('are the same holdings at other places, apart from each other', () => {
    const places = new Set<number>();
    for (let path = 0; path < 50; path++) {
      const schedule = randomSchedule(holdings, rows, new UniformStream(1, path));
      expect(sorted(schedule.map(({ bars: held }) => held))).toEqual(
        sorted(holdings.map(({ bars: held }) => held)),
      );
      schedule.forEach(({ entryBar, exitBar, bars: held }, k) => {
        expect(exitBar - entryBar).toBe(held);
        expect(entryBar).toBeGreaterThan(schedule[k - 1]?.exitBar ?? 0);
        expect(exitBar).toBeLessThanOrEqual(rows);
      });
      places.add(schedule[0]!.entryBar);
    }
    expect(places.size).toBeGreaterThan(40);
  });

  it('trade on the bars of the schedule', () => {
    const schedule = randomSchedule(holdings, rows, new UniformStream(1, 7));
    const settings = { ...DEFAULT_SETTINGS, capital: 100_000, lotSize: 0.001 };
    const { trades } = simulate({ bars: sp500, strategy: scheduledStrategy(schedule), settings });
    const closed = schedule.filter(({ exitBar }) => exitBar < rows);
    expect(trades.map(({ entryBar }) => entryBar)).toEqual(schedule.map(({ entryBar }) => entryBar));
    expect(trades.slice(0, closed.length).map(({ exitBar }) => exitBar)).toEqual(
      closed.map(({ exitBar }) => exitBar),
    );
  });

  it.each([
    {},
    { feePercent: 0.1, slippageBps: 2, lotSize: 1 },
    { feePerOrder: 1, spreadBps: 3, minNotional: 500, tickSize: 0.25 },
  ])('come to the account of the engine by a lane, to the bit (%j)', (changes) => {
    const settings = { ...DEFAULT_SETTINGS, capital: 100_000, lotSize: 0.001, ...changes };
    expect(laneForeignSetting(settings)).toBeNull();
    const sides = holdings.map(
      (holding, k) => ({ ...holding, side: k % 3 === 0 ? 'short' : 'long' }) as const,
    );
    for (let path = 0; path < 20; path++) {
      const schedule = randomSchedule(sides, rows, new UniformStream(4, path));
      const { series } = simulate({ bars: sp500, strategy: scheduledStrategy(schedule), settings });
      expect(scheduleEquity({ bars: sp500, settings }, schedule)).toEqual(series.equity);
    }
  });

  it('lose to entries that knew what would come', async () => {
    const returns = noiseTrials(13, 1, 700)[0]!;
    const known = barsOf(returns);
    const rises = Array.from(returns.keys()).filter((i) => returns[i]! > 0.015);
    const trades = rises
      .filter((i, k) => i > 0 && i - (rises[k - 1] ?? -9) > 2)
      .map((i) => tradeOf({ entryBar: i + 1, exitBar: i + 2, entryPrice: 100, quantity: 1 }));
    const equity = new Float64Array(701).fill(1000);
    const sharpeOf = (schedule: readonly { entryBar: number }[]): number =>
      schedule.reduce((sum, { entryBar }) => sum + (returns[entryBar - 1] ?? 0), 0);
    const setup = { bars: known, trades, equity, onPaths: noMoves, depth: 1, step: 20 };
    const draws = { seed: 1, draws: 99 };
    const entries = trades.map(({ entryBar }) => ({ entryBar }));
    expect((await randomEntry({ ...setup, sharpe: sharpeOf(entries) }, draws)).pass).toBe(true);
    expect((await randomEntry({ ...setup, sharpe: -1 }, draws)).pass).toBe(false);
  });

  it('need trades and room', async () => {
    const setup = {
      bars,
      equity: new Float64Array(1000).fill(1000),
      sharpe: 1,
      onPaths: noMoves,
      depth: 1,
      step: 20,
    };
    const few = await randomEntry({ ...setup, trades: [tradeOf()] }, { seed: 1, draws: 19 });
    expect(few.reason).toBe('It needs 10 times in the market; there are 1.');
    const full = Array.from({ length: 20 }, (_, k) =>
      tradeOf({ entryBar: 1 + 50 * k, exitBar: 49 + 50 * k }),
    );
    const crowded = await randomEntry({ ...setup, trades: full }, { seed: 1, draws: 19 });
    expect(crowded.reason).toContain('no other place');
    expect(freeBars(holdingsOf(full, setup.equity, bars.close), 1000)).toBe(999 - 20 * 49);
  });
});

describe('noise test', () => {
  it('passes a rule that noise leaves alone and fails one that lives from single ticks', async () => {
    const draws = { seed: 1, draws: 39 };
    const drift = async ({ close }: Bars): Promise<number> => close.at(-1)! / close[0]! - 0.5;
    expect((await noise(bars, jittering(drift), draws)).pass).toBe(true);
    const ticks = async (found: Bars): Promise<number> => (found.close === bars.close ? 1 : 0.2);
    const lost = await noise(bars, jittering(ticks), draws);
    expect([lost.pass, figureOf(lost, 'median')]).toEqual([false, 0.2]);
    expect(
      (
        await noise(
          bars,
          jittering(async () => -1),
          draws,
        )
      ).reason,
    ).toContain('not above zero');
  });
});

describe('regimes', () => {
  const { close } = bars;

  it('know a bar by what stood before it', () => {
    const rows = regimeRows(close);
    expect(rows.calm.length + rows.middle.length + rows.nervous.length).toBe(999 - 20);
    expect(rows.rising.length + rows.falling.length).toBe(999 - 99);
    const changed = close.map((value, i) => (i > 500 ? value * 3 : value));
    const early = (found: readonly number[]): number[] => found.filter((row) => row <= 500);
    expect(early(regimeRows(changed).rising)).toEqual(early(rows.rising));
  });

  it('pass what is earned everywhere and fail what is earned in one market alone', () => {
    const rows = regimeRows(close);
    const everywhere = new Float64Array(999).map((_, i) => (i % 2 === 0 ? 0.002 : -0.001));
    expect(regimes(everywhere, close, 252).pass).toBe(true);
    const rising = new Set(rows.rising);
    const once = new Float64Array(999).map((_, i) => (rising.has(i) ? 0.002 : -0.001));
    const found = regimes(once, close, 252);
    expect(found.pass).toBe(false);
    expect(figureOf(found, 'rising')).toBeCloseTo(0.002 * 252, 9);
    expect(figureOf(found, 'falling')).toBeCloseTo(-0.001 * 252, 9);
  });

  it('are not split where there are too few returns', () => {
    expect(regimes(new Float64Array(249), close.subarray(0, 250), 252).reason).toContain('250 returns');
    const climbing = Float64Array.from({ length: 400 }, (_, i) => 100 + i + (i % 3));
    expect(regimes(new Float64Array(399), climbing, 252).reason).toContain("'Falling'");
  });
});

describe('doubled costs', () => {
  const figures = (cagr: number) => ({
    cagr,
    sharpe: 1,
    totalReturn: 0,
    maxDrawdown: 0,
    profitFactor: 1,
    trades: 1,
    costs: 1,
  });

  it('double fees and slippage, and leave alone what is not paid', () => {
    const asked: unknown[] = [];
    const run = (variant: { settings?: object }) => {
      asked.push(variant.settings);
      return figures(variant.settings ? -0.01 : 0.05);
    };
    const found = doubledCosts({ ...DEFAULT_SETTINGS, feePercent: 0.1, slippageBps: 3 }, run);
    expect(asked[1]).toMatchObject({ feePercent: 0.2, slippageBps: 6 });
    expect([found.pass, figureOf(found, 'growth'), figureOf(found, 'before')]).toEqual([false, -0.01, 0.05]);
    doubledCosts({ ...DEFAULT_SETTINGS, feePercent: 0.1, slippageBps: 0 }, run);
    expect(asked[3]).toMatchObject({ feePercent: 0.2, slippageBps: 0 });
  });

  it('are not run where nothing is paid', () => {
    const free = { ...DEFAULT_SETTINGS, feePercent: 0, slippageBps: 0 };
    expect(doubledCosts(free, () => figures(1)).status).toBe('not run');
  });
});
