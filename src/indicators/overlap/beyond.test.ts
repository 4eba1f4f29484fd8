import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import { linearReg } from '../statistic/linear-reg';
import { tsf } from '../statistic/tsf';
import { alligator } from './alligator';
import { alma } from './alma';
import { chandelierExit } from './chandelier-exit';
import { decycler } from './decycler';
import { donchian } from './donchian';
import { evwma } from './evwma';
import { frama } from './frama';
import { gaussian } from './gaussian';
import { hma } from './hma';
import { ichimoku } from './ichimoku';
import { keltner } from './keltner';
import { lsma } from './lsma';
import { mcginley } from './mcginley';
import { rma } from './rma';
import { sinwma } from './sinwma';
import { smma } from './smma';
import { supersmoother } from './supersmoother';
import { supertrend } from './supertrend';
import { swma } from './swma';
import { trima } from './trima';
import { vidya } from './vidya';
import { vwap } from './vwap';
import { vwapAnchored } from './vwap-anchored';
import { vwapRolling } from './vwap-rolling';
import { vwma } from './vwma';
import { zlema } from './zlema';

const HOUR = 3_600_000;
const RUNS = { seed: 1, numRuns: 60 };
const series = fc
  .array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 60, maxLength: 90 })
  .map((rows) => Float64Array.from(rows));

const of = (...rows: number[]): Column => Float64Array.from(rows);
const warm = (column: Column): number[] => [...column].filter((x) => !Number.isNaN(x));
const lastOf = (column: Column): number => column.at(-1)!;
/** Bars without shadows. */
const flatBars = (close: Column): Column[] => [close, close, close];

describe('averages', () => {
  const ALL = [alma, hma, zlema, vidya, mcginley, smma, rma, swma, sinwma, supersmoother, gaussian, lsma];
  const defaults = (indicator: (typeof ALL)[number]): number[] =>
    indicator.params.map((param) => param.default);

  it.each(ALL)('stays at the level of a flat series: $name', (indicator) => {
    const [value] = batch(indicator, [new Float64Array(60).fill(1234.5)], defaults(indicator));
    for (const x of warm(value!)) expect(Math.abs(x / 1234.5 - 1)).toBeLessThan(1e-14);
  });

  it.each([alma, vidya, smma, rma, swma, sinwma, gaussian])(
    'stays between the extremes of its data: $name',
    (indicator) => {
      fc.assert(
        fc.property(series, (close) => {
          const low = Math.min(...close) * (1 - 1e-12);
          const high = Math.max(...close) * (1 + 1e-12);
          const [value] = batch(indicator, [close], defaults(indicator));
          for (const x of warm(value!)) expect(x >= low && x <= high).toBe(true);
        }),
        RUNS,
      );
    },
  );

  it('have no lag on a straight line where they promise none', () => {
    const line = Float64Array.from({ length: 400 }, (_, i) => 50 + 2 * i);
    for (const [indicator, params] of [
      [zlema, [21]],
      [lsma, [30, 0]],
    ] as const) {
      expect(lastOf(batch(indicator, [line], params)[0]!)).toBeCloseTo(lastOf(line), 9);
    }
    const lag = lastOf(line) - lastOf(batch(decycler, [line], [30, 0])[1]!);
    expect(lag).toBeCloseTo(0, 6);
  });

  it('read the line of lsma where linearreg and tsf do', () => {
    const close = Float64Array.from({ length: 80 }, (_, i) => 100 + ((i * 37) % 17));
    expect(batch(lsma, [close], [14, 0])).toEqual(batch(linearReg, [close], [14]));
    const [ahead] = batch(lsma, [close], [14, -1]);
    expect(ahead).toMatchColumn(batch(tsf, [close], [14])[0]!, { rtol: 1e-14 });
  });

  it('weigh four rows in swma as trima does', () => {
    const close = Float64Array.from({ length: 40 }, (_, i) => 100 + ((i * 37) % 17));
    expect(batch(swma, [close], [])[0]).toMatchColumn(batch(trima, [close], [4])[0]!, { rtol: 1e-15 });
  });

  it('weigh the newest row most in alma with its top there, the oldest with it at the other end', () => {
    const step = Float64Array.from({ length: 20 }, (_, i) => (i === 19 ? 1 : 0));
    const weightOfNewest = (offset: number): number => lastOf(batch(alma, [step], [9, offset, 6])[0]!);
    expect(weightOfNewest(1)).toBeGreaterThan(weightOfNewest(0.85));
    expect(weightOfNewest(0)).toBeLessThan(1e-6);
  });

  it('keeps long periods of the filters at the level of the series', () => {
    const level = new Float64Array(50_000).fill(100);
    level.fill(90, 0, 3);
    for (const [indicator, params] of [
      [supersmoother, [5_000]],
      [gaussian, [2_000, 2]],
    ] as const) {
      expect(Math.abs(lastOf(batch(indicator, [level], params)[0]!) - 100)).toBeLessThan(1e-8);
    }
  });
});

describe('zero denominators', () => {
  it('moves mcginley to a row that would carry it beyond, and away from 0', () => {
    const [value] = batch(mcginley, [of(10, 10, 2, 0, 0, 5, 5)], [2, 1]);
    expect([...value!]).toEqual([NaN, 10, 2, 0, 0, 5, 5]);
  });

  it('leaves vidya where nothing moved', () => {
    const close = of(1, 2, 3, 4, ...Array<number>(12).fill(9));
    const [value] = batch(vidya, [close], [5, 3]);
    expect(new Set(value!.subarray(10)).size).toBe(1);
  });

  it('takes the newest row for vwma without volume, and leaves evwma', () => {
    const close = of(1, 2, 3, 4, 5, 6, 7);
    const volume = of(1, 1, 1, 0, 0, 0, 0);
    expect([...batch(vwma, [close, volume], [2])[0]!]).toEqual([NaN, 1.5, 2.5, 3, 5, 6, 7]);
    expect([...batch(evwma, [close, volume], [2])[0]!]).toEqual([NaN, NaN, 2.5, 2.5, 2.5, 2.5, 2.5]);
  });

  it('keeps the dimension of frama while there is no range', () => {
    const level = new Float64Array(30).fill(7);
    expect([...batch(frama, [level, level], [4])[0]!].slice(4)).toEqual(Array(26).fill(7));
    const high = Float64Array.from({ length: 60 }, (_, i) => (i < 30 ? 10 + ((i * 7) % 5) : 20));
    const [value] = batch(frama, [high, high], [8]);
    for (const x of value!.subarray(45)) expect(x <= 20 && x > 10).toBe(true);
  });
});

describe('channels', () => {
  it('keeps donchian around its bars, and keltner symmetric', () => {
    fc.assert(
      fc.property(series, (close) => {
        const high = close.map((x) => x * 1.01);
        const [upper, middle, lower] = batch(donchian, [high, close], [7]);
        const bands = batch(keltner, [high, close, close], [5, 2, 7, 1]);
        for (let i = 7; i < close.length; i++) {
          expect(upper![i]! >= high[i]! && lower![i]! <= close[i]!).toBe(true);
          expect(middle![i]).toBe((upper![i]! + lower![i]!) / 2);
          const [top = NaN, center = NaN, bottom = NaN] = bands.map((band) => band[i]!);
          expect(top - center).toBeCloseTo(center - bottom, 8);
        }
      }),
      RUNS,
    );
  });

  it('draws the cloud and the alligator from bars before', () => {
    const high = Float64Array.from({ length: 60 }, (_, i) => 100 + ((i * 29) % 23));
    const low = high.map((x) => x - 3);
    const [tenkan, kijun, a, b, chikou] = batch(ichimoku, [high, low, low], [3, 5, 8, 4]);
    const [, , aNow, bNow] = batch(ichimoku, [high, low, low], [3, 5, 8, 0]);
    for (let i = 11; i < 60; i++) {
      expect([a![i], b![i], chikou![i]]).toEqual([aNow![i - 4], bNow![i - 4], low[i]]);
    }
    for (let i = 15; i < 60; i++) expect(a![i]).toBe((tenkan![i - 4]! + kijun![i - 4]!) / 2);
    const [jaw] = batch(alligator, [high, low], [5, 4, 3, 0, 2, 0]);
    const [jawNow] = batch(alligator, [high, low], [5, 0, 3, 0, 2, 0]);
    expect(jaw!.subarray(8)).toEqual(jawNow!.subarray(4, 56));
  });
});

describe('stops', () => {
  const wave = Float64Array.from({ length: 120 }, (_, i) => 100 + 10 * Math.abs(((i + 15) % 60) - 30));

  it('has supertrend below the close while long, above while short, moving towards it only', () => {
    const [value, direction] = batch(
      supertrend,
      [wave.map((x) => x + 1), wave.map((x) => x - 1), wave],
      [5, 2],
    );
    const sides = new Set<number>();
    for (let i = 6; i < wave.length; i++) {
      const side = direction![i]!;
      sides.add(side);
      expect(side * (wave[i]! - value![i]!)).toBeGreaterThanOrEqual(0);
      const hasTurned = side !== direction![i - 1];
      expect(hasTurned || side * (value![i]! - value![i - 1]!) >= 0).toBe(true);
    }
    expect(sides).toEqual(new Set([1, -1]));
  });

  it('keeps every later row of supertrend NaN after a NaN', () => {
    const close = wave.slice();
    close[30] = NaN;
    for (const output of batch(supertrend, [wave, wave, close], [5, 2])) {
      expect(output.subarray(31).every(Number.isNaN)).toBe(true);
    }
  });

  it('mirrors the chandelier when the bars are turned upside down', () => {
    const high = wave.map((x, i) => x + (i % 5));
    const turned = (column: Column): Column => column.map((x) => 1000 - x);
    const [long, short] = batch(chandelierExit, [high, wave, wave], [10, 3]);
    const [longTurned] = batch(chandelierExit, [turned(wave), turned(high), turned(wave)], [10, 3]);
    expect(turned(longTurned!)).toMatchColumn(short!, { rtol: 1e-12 });
    expect(long!.subarray(10).every((x) => x < 500)).toBe(true);
  });
});

describe('volume-weighted prices', () => {
  const times = (rows: number, from = 0): Column =>
    Float64Array.from({ length: rows }, (_, i) => from + i * HOUR);

  it('begins a session at midnight UTC, also before 1970, and some minutes from it', () => {
    const close = Float64Array.from({ length: 72 }, (_, i) => 100 + i);
    const volume = new Float64Array(72).fill(5);
    const rowsAtOwnPrice = (from: number, offset: number): number[] => {
      const [, middle] = batch(vwap, [times(72, from), ...flatBars(close), volume], [offset, 1]);
      return [...middle!].flatMap((x, i) => (x === close[i] ? [i] : []));
    };
    expect(rowsAtOwnPrice(0, 0)).toEqual([0, 24, 48]);
    expect(rowsAtOwnPrice(-30 * HOUR, 0)).toEqual([0, 6, 30, 54]);
    expect(rowsAtOwnPrice(0, -300)).toEqual([0, 19, 43, 67]);
    expect(rowsAtOwnPrice(0, 90)).toEqual([0, 2, 26, 50]);
  });

  it('gives the mean and the deviation by hand', () => {
    const [upper, middle, lower] = batch(vwap, [times(3), ...flatBars(of(10, 20, 20)), of(1, 1, 2)], [0, 2]);
    expect([...middle!]).toEqual([10, 15, 17.5]);
    const deviation = Math.sqrt((7.5 ** 2 + 3 * 2.5 ** 2) / 4);
    expect(upper![2]).toBeCloseTo(17.5 + 2 * deviation, 12);
    expect(lower![2]).toBeCloseTo(17.5 - 2 * deviation, 12);
  });

  it('takes the price of the bar until there is volume, and no bar without volume after that', () => {
    const close = of(10, 20, 30, 99, 40);
    const volume = of(0, 0, 2, 0, 2);
    const inputs = [times(5), ...flatBars(close), volume];
    expect([...batch(vwap, inputs, [0, 1])[1]!]).toEqual([10, 20, 30, 30, 35]);
    expect([...batch(vwapAnchored, inputs, [0, 1])[1]!]).toEqual([10, 20, 30, 30, 35]);
    expect([...batch(vwapRolling, inputs.slice(1), [2, 1])[1]!]).toEqual([NaN, 20, 30, 30, 40]);
  });

  it('begins anew at the anchor, and without one at the first row', () => {
    const close = of(10, 20, 30, 40);
    const inputs = [times(4, -HOUR), ...flatBars(close), of(1, 1, 1, 1)];
    const standard = vwapAnchored.params.map((param) => param.default);
    expect([...batch(vwapAnchored, inputs, standard)[1]!]).toEqual([10, 15, 20, 25]);
    expect([...batch(vwapAnchored, inputs, [HOUR - 1, 1])[1]!]).toEqual([10, 15, 30, 35]);
    expect([...batch(vwapAnchored, inputs, [HOUR, 1])[1]!]).toEqual([10, 15, 30, 35]);
    expect([...batch(vwapAnchored, inputs, [9 * HOUR, 1])[1]!]).toEqual([10, 15, 20, 25]);
  });

  it('forgets a NaN with its session, at the anchor, or when the window has passed', () => {
    const close = Float64Array.from({ length: 48 }, (_, i) => (i === 4 ? NaN : 100 + i));
    const inputs = [times(48), ...flatBars(close), new Float64Array(48).fill(1)];
    const rowsOfNaN = (outputs: Column[]): number => outputs[1]!.filter(Number.isNaN).length;
    expect(rowsOfNaN(batch(vwap, inputs, [0, 1]))).toBe(20);
    expect(rowsOfNaN(batch(vwapAnchored, inputs, [10 * HOUR, 1]))).toBe(6);
    expect(rowsOfNaN(batch(vwapRolling, inputs.slice(1), [3, 1]))).toBe(2 + 3);
  });

  it('keeps the rolling price between the extremes of its window', () => {
    const volumes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 90, maxLength: 90 });
    fc.assert(
      fc.property(series, volumes, (close, volume) => {
        const inputs = [...flatBars(close), Float64Array.from(volume).subarray(0, close.length)];
        const [upper, middle, lower] = batch(vwapRolling, inputs, [5, 1.5]);
        for (let i = 4; i < close.length; i++) {
          const window = close.subarray(i - 4, i + 1);
          expect(middle![i]).toBeGreaterThanOrEqual(Math.min(...window) * (1 - 1e-12));
          expect(middle![i]).toBeLessThanOrEqual(Math.max(...window) * (1 + 1e-12));
          expect(upper![i]! >= middle![i]! && middle![i]! >= lower![i]!).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
