import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedWindow } from './sorted-window';
import { WindowQuantile } from './window-quantile';

const RUNS = { seed: 1, numRuns: 60 };
/** Rich in ties. */
const rows = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    // Zeros of either sign are equal.
    fc.double({ min: -50, max: 50, noNaN: true }).map((x) => x + 0),
  ),
  { minLength: 40, maxLength: 80 },
);
const periods = fc.integer({ min: 1, max: 30 });
const sorted = (xs: readonly number[]): number[] => xs.toSorted((a, b) => a - b);

function medianOf(xs: readonly number[]): number {
  const inOrder = sorted(xs);
  const middle = (inOrder.length - 1) / 2;
  return (inOrder[Math.floor(middle)]! + inOrder[Math.ceil(middle)]!) / 2;
}

/** Calls `check` with each full window. */
function eachWindow(
  xs: readonly number[],
  period: number,
  push: (x: number) => void,
  check: (inside: readonly number[]) => void,
): void {
  xs.forEach((x, i) => {
    push(x);
    if (i + 1 >= period) check(xs.slice(i + 1 - period, i + 1));
  });
}

describe('SortedWindow', () => {
  it('finds a row by its rank and a rank by its row', () => {
    fc.assert(
      fc.property(rows, periods, (xs, period) => {
        const window = new SortedWindow(period);
        eachWindow(xs, period, window.push.bind(window), (inside) => {
          expect(inside.map((_, rank) => window.at(rank))).toEqual(sorted(inside));
          for (const level of [-60, 4, inside[0]!, 60]) {
            expect(window.countAtMost(level)).toBe(inside.filter((x) => x <= level).length);
          }
        });
      }),
      RUNS,
    );
  });
});

describe('WindowQuantile', () => {
  it('has the rows at whole places and a line between them', () => {
    const window = new WindowQuantile(5);
    for (const x of [100, 7, 3, 9, 1, 5]) window.push(x);
    expect([0, 0.25, 0.5, 1].map((share) => window.quantile(share))).toEqual([1, 3, 5, 9]);
    expect(window.quantile(0.3)).toBeCloseTo(3.4, 14);
  });

  it('has the median distance from any level', () => {
    fc.assert(
      fc.property(rows, periods, (xs, period) => {
        const window = new WindowQuantile(period);
        eachWindow(xs, period, window.push.bind(window), (inside) => {
          for (const level of [medianOf(inside), inside[0]!, -70, 70]) {
            expect(window.medianDistance(level)).toBe(medianOf(inside.map((x) => Math.abs(x - level))));
          }
        });
      }),
      RUNS,
    );
  });
});
