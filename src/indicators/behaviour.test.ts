import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../core/column';
import { batch } from './batch';
import { macd } from './momentum/macd';
import { rsi } from './momentum/rsi';
import { ema } from './overlap/ema';
import { sma } from './overlap/sma';
import { atr } from './volatility/atr';
import { bbands } from './overlap/bbands';

const RUNS = { seed: 1, numRuns: 60 };
const prices = fc
  .array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 30, maxLength: 90 })
  .map((rows) => Float64Array.from(rows));
const period = fc.integer({ min: 2, max: 12 });

const warm = (column: Column): number[] => [...column].filter((x) => !Number.isNaN(x));

describe('ranges', () => {
  it('keeps averages between the extremes of their data', () => {
    fc.assert(
      fc.property(prices, period, (close, p) => {
        const low = Math.min(...close) * (1 - 1e-12);
        const high = Math.max(...close) * (1 + 1e-12);
        for (const indicator of [sma, ema]) {
          for (const x of warm(batch(indicator, [close], [p])[0]!)) expect(x >= low && x <= high).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('keeps rsi within 0 to 100', () => {
    fc.assert(
      fc.property(prices, period, (close, p) => {
        for (const x of warm(batch(rsi, [close], [p])[0]!)) expect(x >= 0 && x <= 100).toBe(true);
      }),
      RUNS,
    );
  });

  it('orders the bands', () => {
    fc.assert(
      fc.property(prices, period, (close, p) => {
        const [upper, middle, lower] = batch(bbands, [close], [p, 2, 1, 0]);
        for (let i = p - 1; i < close.length; i++) {
          expect(upper![i]! >= middle![i]! && middle![i]! >= lower![i]!).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('keeps atr between the smallest and the largest true range', () => {
    const flat = new Float64Array(20).fill(10);
    const [value] = batch(atr, [flat.map((x) => x + 1), flat.map((x) => x - 2), flat], [5]);
    expect(warm(value!)).toEqual(Array(15).fill(3));
  });
});

describe('laws', () => {
  it('mirrors rsi when the series is turned upside down', () => {
    fc.assert(
      fc.property(prices, period, (close, p) => {
        const up = batch(rsi, [close], [p])[0]!;
        const down = batch(rsi, [close.map((x) => 20_000 - x)], [p])[0]!;
        up.subarray(p).forEach((x, i) => expect(x + down[p + i]!).toBeCloseTo(100, 9));
      }),
      RUNS,
    );
  });

  it('has the histogram as the exact distance of its two lines', () => {
    fc.assert(
      fc.property(prices, (close) => {
        const [line, signal, histogram] = batch(macd, [close], [3, 7, 4]);
        expect(histogram).toEqual(line!.map((x, i) => x - signal![i]!));
      }),
      RUNS,
    );
  });

  it('has zero width on a flat stretch, whatever came before', () => {
    const close = Float64Array.from({ length: 60 }, (_, i) => (i < 30 ? 1e6 + i * 0.1 : 123.456));
    const [upper, , lower] = batch(bbands, [close], [10, 2, 2, 0]);
    expect(upper!.subarray(39)).toEqual(lower!.subarray(39));
    expect(upper!.subarray(39)).toMatchColumn(close.subarray(39), { rtol: 1e-15 });
  });
});

describe('drift', () => {
  const LENGTH = 200_000;
  /** A ramp far from zero with a spike: hard for running sums, easy to know. */
  const hard = Float64Array.from({ length: LENGTH }, (_, i) => (i === 50 ? 1e15 : 1e6 + (i % 7) * 0.1));

  const windowed = (i: number, p: number): Column => hard.slice(i - p + 1, i + 1);
  const meanOf = (rows: Column): number => rows.reduce((sum, x) => sum + (x - 1e6), 0) / rows.length + 1e6;

  it('stays out of averages and deviations long after a spike', () => {
    const p = 37;
    const mean = batch(sma, [hard], [p])[0]!;
    const upper = batch(bbands, [hard], [p, 1, 1, 0])[0]!;
    for (const i of [100, 5_000, LENGTH - 1]) {
      const rows = windowed(i, p);
      const want = meanOf(rows);
      const deviation = Math.sqrt(rows.reduce((sum, x) => sum + (x - want) ** 2, 0) / p);
      expect(Math.abs(mean[i]! / want - 1)).toBeLessThan(1e-14);
      expect(Math.abs((upper[i]! - want) / deviation - 1)).toBeLessThan(1e-8);
    }
  });

  it('forgets a NaN that has left the window', () => {
    const close = Float64Array.from({ length: 40 }, (_, i) => (i === 15 ? NaN : 100 + i));
    const [value] = batch(sma, [close], [4]);
    expect([...value!].map((x, i) => (Number.isNaN(x) ? i : -1)).filter((i) => i >= 0)).toEqual([
      0, 1, 2, 15, 16, 17, 18,
    ]);
    const [upper] = batch(bbands, [close], [4, 2, 2, 0]);
    expect(upper!.map((x) => Number(Number.isNaN(x)))).toEqual(value!.map((x) => Number(Number.isNaN(x))));
  });

  it.each([ema, rsi])('keeps a NaN for ever in $name', (indicator) => {
    const close = Float64Array.from({ length: 40 }, (_, i) => (i === 15 ? NaN : 100 + i));
    const [value] = batch(indicator, [close], [4]);
    expect(value!.subarray(15).every((x) => Number.isNaN(x))).toBe(true);
  });
});
