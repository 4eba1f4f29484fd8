import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TwoAverageSweep } from '../core/backend';
import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import { UNWATCHED } from '../core/job';
import type { OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/run';
import type { Strategy } from '../core/strategy';
import { simulate } from '../engine/simulate';
import { batch } from '../indicators/batch';
import { sma } from '../indicators/overlap/sma';
import { profileOf } from './cell-run';
import { sweepTwoAverages } from './two-average-sweep';

const settings: RunSettings = {
  ...DEFAULT_SETTINGS,
  capital: 10_000,
  feePercent: 0.1,
  slippageBps: 5,
};

/** Bars whose gaps and ranges often reach a stop and a target, some without usable prices. */
const history = fc
  .array(
    fc.record({
      gap: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
      move: fc.double({ min: -0.06, max: 0.06, noNaN: true }),
      wick: fc.double({ min: 0, max: 0.03, noNaN: true }),
      isBroken: fc.integer({ min: 0, max: 30 }).map((x) => x === 0),
    }),
    { minLength: 3, maxLength: 220 },
  )
  .map(barsFrom);

function barsFrom(steps: readonly { gap: number; move: number; wick: number; isBroken: boolean }[]): Bars {
  const rows = steps.length;
  const column = () => new Float64Array(rows);
  const bars = {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
  let price = 100;
  steps.forEach(({ gap, move, wick, isBroken }, i) => {
    const open = price * (1 + gap);
    price = open * (1 + move);
    bars.time[i] = i * 86_400_000;
    bars.open[i] = isBroken ? NaN : open;
    bars.high[i] = Math.max(open, price) * (1 + wick);
    bars.low[i] = Math.min(open, price) * (1 - wick);
    bars.close[i] = price;
  });
  return { ...bars, extra: {} };
}

function sweepOf(bars: Bars, bracket: boolean): TwoAverageSweep {
  const average = (p: number): Column => batch(sma, [bars.close], [p])[0]!;
  return {
    open: bars.open,
    high: bars.high,
    low: bars.low,
    close: bars.close,
    fast: [average(2), average(3)],
    slow: [average(4), average(9)],
    pairs: Uint32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
    stop: bracket ? bars.close.map((x) => x * 0.96) : null,
    target: bracket ? bars.close.map((x, i) => (i % 5 === 0 ? NaN : x * 1.05)) : null,
    capital: settings.capital,
    sizeFraction: 95 / 100,
    feeRate: settings.feePercent / 100,
    slippageRate: settings.slippageBps / 10_000,
    lotSize: settings.lotSize,
  };
}

/** The same rules through the exact engine's door. */
function crossing(fast: Column, slow: Column, sweep: TwoAverageSweep): Strategy {
  return {
    name: 'two averages',
    onBar(_, i) {
      const requests: OrderRequest[] = [];
      const before = i - 1;
      if (i > 0 && fast[i]! > slow[i]! && fast[before]! <= slow[before]!) {
        const levels = { stop: sweep.stop?.[i] ?? NaN, target: sweep.target?.[i] ?? NaN };
        requests.push({
          kind: 'enter',
          side: 'buy',
          sizing: { kind: 'percent_of_equity', percent: 95 },
          ...levels,
        });
      }
      if (i > 0 && fast[i]! < slow[i]! && fast[before]! >= slow[before]!) requests.push({ kind: 'exit' });
      return requests;
    },
  };
}

describe('sweepTwoAverages', () => {
  it.each([true, false])('is the exact engine to the bit, bracket %s', async (bracket) => {
    await fc.assert(
      fc.asyncProperty(history, async (bars) => {
        const sweep = sweepOf(bars, bracket);
        const outcome = await sweepTwoAverages(sweep, UNWATCHED);
        for (let lane = 0; lane < outcome.trades.length; lane++) {
          const fast = sweep.fast[sweep.pairs[2 * lane]!]!;
          const slow = sweep.slow[sweep.pairs[2 * lane + 1]!]!;
          const run = simulate({ bars, settings, strategy: crossing(fast, slow, sweep) });
          expect(outcome.finalEquity[lane]).toBe(run.series.equity.at(-1));
          expect(outcome.trades[lane]).toBe(
            run.trades.filter((trade) => !Number.isNaN(trade.exitTime)).length,
          );
          expect(outcome.maxDrawdown[lane]).toBeCloseTo(Math.max(...run.series.drawdown), 14);
          const { blocks, earlySum, earlySquares } = profileOf(run.series.equity);
          expect(outcome.blocks.subarray(32 * lane, 32 * (lane + 1))).toEqual(blocks);
          expect(outcome.early[2 * lane]).toBeCloseTo(earlySum, 14);
          expect(outcome.early[2 * lane + 1]).toBeCloseTo(earlySquares, 14);
        }
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('fills a stop below the open, a target and a gap where the rules say', async () => {
    const flat = (rows: number[]): Column => Float64Array.from(rows);
    const base = {
      high: flat([10, 10, 10, 12, 10]),
      low: flat([10, 10, 9.5, 10, 10]),
      close: flat([10, 10, 10, 12, 10]),
      open: flat([10, 10, 10, 10.5, 10]),
      fast: [flat([1, 3, 3, 3, 3])],
      slow: [flat([2, 2, 2, 2, 2])],
      pairs: Uint32Array.of(0, 0),
      capital: 100,
      sizeFraction: 1,
      feeRate: 0,
      slippageRate: 0,
      lotSize: 1,
    };
    const level = (x: number): Column => new Float64Array(5).fill(x);
    const equity = async (stop: Column | null, target: Column | null) =>
      (await sweepTwoAverages({ ...base, stop, target }, UNWATCHED)).finalEquity[0];
    expect(await equity(level(9.5), null)).toBe(95);
    expect(await equity(null, level(11))).toBe(110);
    expect(await equity(null, level(10))).toBe(100);
    expect(await equity(level(9), level(10.2))).toBe(105);
    expect(await equity(level(11), null)).toBe(100);
  });

  it('has the moments of its per-bar returns', async () => {
    const bars = barsFrom(
      Array.from({ length: 90 }, (_, i) => ({
        gap: 0,
        move: ((i * 7) % 11) / 100 - 0.05,
        wick: 0,
        isBroken: false,
      })),
    );
    const sweep = sweepOf(bars, false);
    const { equity } = simulate({
      bars,
      settings,
      strategy: crossing(sweep.fast[0]!, sweep.slow[0]!, sweep),
    }).series;
    const returns = [...equity.subarray(1)].map((x, i) => x / equity[i]! - 1);
    const mean = returns.reduce((sum, x) => sum + x, 0) / returns.length;
    const variance = returns.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (returns.length - 1);
    const outcome = await sweepTwoAverages(sweep, UNWATCHED);
    expect(outcome.meanReturn[0]).toBeCloseTo(mean, 15);
    expect(outcome.deviation[0]).toBeCloseTo(Math.sqrt(variance), 14);
  });

  it('has no moments without enough bars', async () => {
    const bars = barsFrom([{ gap: 0, move: 0, wick: 0, isBroken: false }]);
    const outcome = await sweepTwoAverages(sweepOf(bars, true), UNWATCHED);
    expect([outcome.finalEquity[0], outcome.meanReturn[0], outcome.deviation[0]]).toEqual([10_000, NaN, NaN]);
  });

  it('tells progress and stops when cancelled', async () => {
    const bars = barsFrom([{ gap: 0, move: 0, wick: 0, isBroken: false }]);
    const told: number[][] = [];
    const watched = {
      checkpoint: (done: number, total: number) => Promise.resolve(void told.push([done, total])),
    };
    await sweepTwoAverages(sweepOf(bars, true), watched);
    expect(told).toEqual([
      [0, 4],
      [4, 4],
    ]);
    const cancelled = { checkpoint: () => Promise.reject(new Error('cancelled')) };
    await expect(sweepTwoAverages(sweepOf(bars, true), cancelled)).rejects.toThrow('cancelled');
  });

  it.each([
    [{ open: new Float64Array(1) }, 'length_mismatch'],
    [{ slow: [new Float64Array(1)] }, 'length_mismatch'],
    [{ stop: new Float64Array(1) }, 'length_mismatch'],
    [{ pairs: Uint32Array.of(0) }, 'length_mismatch'],
    [{ pairs: Uint32Array.of(2, 0) }, 'parameter_out_of_range'],
    [{ sizeFraction: 0 }, 'parameter_out_of_range'],
    [{ capital: NaN }, 'parameter_out_of_range'],
  ])('refuses %j', async (change, code) => {
    const bars = barsFrom(Array.from({ length: 9 }, () => ({ gap: 0, move: 0, wick: 0, isBroken: false })));
    const sweep = { ...sweepOf(bars, true), ...change };
    await expect(sweepTwoAverages(sweep, UNWATCHED)).rejects.toMatchObject({ code });
  });
});
