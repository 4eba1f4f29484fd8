import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MeanDeviation } from './mean-deviation';
import { SortedWindow } from './sorted-window';

const RUNS = { seed: 1, numRuns: 40 };
const rows = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: -50, max: 50, noNaN: true })),
  {
    minLength: 1,
    maxLength: 120,
  },
);

const meanOf = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const distanceOf = (xs: readonly number[], level: number): number =>
  meanOf(xs.map((x) => Math.abs(x - level)));

describe('SortedWindow', () => {
  it('has the mean and the mean distance of its window at every row', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 30 }), (xs, period) => {
        const window = new SortedWindow(period);
        xs.forEach((x, i) => {
          window.push(x);
          const inside = xs.slice(Math.max(0, i - period + 1), i + 1);
          expect(window.mean()).toBeCloseTo(meanOf(inside), 11);
          for (const level of [-60, 0, x, 4.5, 60]) {
            expect(window.meanDistance(level)).toBeCloseTo(distanceOf(inside, level), 11);
          }
        });
      }),
      RUNS,
    );
  });

  it('keeps its digits far from zero and long after a spike', () => {
    const window = new SortedWindow(50);
    const level = 2 ** 30;
    for (let i = 0; i < 5_000; i++) window.push(i === 40 ? 1e300 : level + (i % 2) / 1024);
    expect(window.mean()).toBe(level + 0.5 / 1024);
    expect(window.meanDistance(level)).toBe(0.5 / 1024);
  });

  it.each([NaN, Infinity, -Infinity])('gives NaN while %s is inside', (odd) => {
    const window = new SortedWindow(3);
    const means = [1, odd, 2, 3, 4].map((x) => {
      window.push(x);
      return window.mean();
    });
    expect(means).toEqual([1, NaN, NaN, NaN, 3]);
  });
});

describe('MeanDeviation', () => {
  const wave = (length: number): number[] => Array.from({ length }, (_, i) => 1000 + ((i * 37) % 101) / 8);

  it.each([5, 128, 129, 200])('agrees with a plain scan of %s rows', (period) => {
    const xs = wave(420);
    const window = new MeanDeviation(period);
    xs.forEach((x, i) => {
      window.push(x);
      if (i < period - 1) return;
      const inside = xs.slice(i - period + 1, i + 1);
      expect(window.mean).toBeCloseTo(meanOf(inside), 9);
      expect(window.deviation).toBeCloseTo(distanceOf(inside, meanOf(inside)), 9);
    });
  });

  it.each([7, 264])('rounds the mean of %s equal rows as a sum in order does', (period) => {
    const window = new MeanDeviation(period);
    for (let i = 0; i < period + 9; i++) window.push(0.1);
    const mean = meanOf(Array<number>(period).fill(0.1));
    expect(window.mean).toBe(mean);
    expect(window.deviation).toBeCloseTo(Math.abs(0.1 - mean), 16);
  });

  it('finds its way from equal rows to others and back', () => {
    const window = new MeanDeviation(200);
    for (let i = 0; i < 210; i++) window.push(5);
    for (let i = 0; i < 100; i++) window.push(7);
    expect(window.mean).toBe(6);
    expect(window.deviation).toBe(1);
    for (let i = 0; i < 200; i++) window.push(5);
    expect(window.deviation).toBe(0);
  });
});
