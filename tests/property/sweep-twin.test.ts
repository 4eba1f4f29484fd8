import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';
import { UNWATCHED } from '../../src/core/job';
import type { OrderRequest } from '../../src/core/order';
import { simulate } from '../../src/engine/simulate';
import { sweepTwoAverages } from '../../src/research/two-average-sweep';
import { randomBars, randomSettings } from '../support/random-market';

const PERIODS = [1, 2, 3, 5, 8];
const PERCENT = 95;

function average(close: Column, period: number): Column {
  const out: Column = new Float64Array(close.length).fill(NaN);
  for (let i = period - 1; i < close.length; i++) {
    out[i] = close.subarray(i - period + 1, i + 1).reduce((sum, x) => sum + x, 0) / period;
  }
  return out;
}

const levels = (close: Column, factor: number | null): Column | null =>
  factor === null ? null : (close.map((x) => x * factor) as Column);

function exactRun(
  bars: Bars,
  fast: Column,
  slow: Column,
  stop: Column | null,
  target: Column | null,
  settings: Parameters<typeof simulate>[0]['settings'],
) {
  const onBar = (_: unknown, i: number): readonly OrderRequest[] => {
    if (i === 0) return [];
    const requests: OrderRequest[] = [];
    if (fast[i]! > slow[i]! && fast[i - 1]! <= slow[i - 1]!) {
      const sizing = { kind: 'percent_of_equity', percent: PERCENT } as const;
      requests.push({
        kind: 'enter',
        side: 'buy',
        sizing,
        stop: stop?.[i] ?? NaN,
        target: target?.[i] ?? NaN,
      });
    }
    if (fast[i]! < slow[i]! && fast[i - 1]! >= slow[i - 1]!) requests.push({ kind: 'exit' });
    return requests;
  };
  return simulate({ bars, settings, strategy: { name: 'two averages', onBar } });
}

it('the twin of the two-average sweep is the exact engine, bit for bit, over gaps and damaged bars', async () => {
  const factor = (low: number, high: number): fc.Arbitrary<number | null> =>
    fc.option(
      fc.integer({ min: low, max: high }).map((percent) => percent / 100),
      { nil: null },
    );
  let trades = 0;
  const check = fc.asyncProperty(
    randomBars,
    randomSettings,
    factor(93, 101),
    factor(99, 108),
    async (bars, settings, below, above) => {
      const columns = PERIODS.map((period) => average(bars.close, period));
      const pairs = PERIODS.flatMap((_, f) => PERIODS.flatMap((__, s) => (f < s ? [f, s] : [])));
      const stop = levels(bars.close, below);
      const target = levels(bars.close, above);
      const { open, high, low, close } = bars;
      const outcome = await sweepTwoAverages(
        {
          open,
          high,
          low,
          close,
          fast: columns,
          slow: columns,
          pairs: Uint32Array.from(pairs),
          stop,
          target,
          capital: settings.capital,
          sizeFraction: PERCENT / 100,
          feeRate: settings.feePercent / 100,
          slippageRate: settings.slippageBps / 10_000,
          lotSize: settings.lotSize,
        },
        UNWATCHED,
      );
      outcome.finalEquity.forEach((equity, lane) => {
        const run = exactRun(
          bars,
          columns[pairs[2 * lane]!]!,
          columns[pairs[2 * lane + 1]!]!,
          stop,
          target,
          settings,
        );
        const closed = run.trades.filter((trade) => !Number.isNaN(trade.exitBar)).length;
        expect(equity).toBe(run.series.equity.at(-1));
        expect(outcome.trades[lane]).toBe(closed);
        expect(outcome.maxDrawdown[lane]).toBeCloseTo(Math.max(...run.series.drawdown), 12);
        trades += closed;
      });
    },
  );
  await fc.assert(check, { seed: 1, numRuns: 150 });
  expect(trades).toBeGreaterThan(5000);
});
