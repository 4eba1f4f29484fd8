import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import { beta } from './beta';
import { correl } from './correl';
import { linearReg } from './linear-reg';
import { linearRegSlope } from './linear-reg-slope';
import { stddev } from './stddev';
import { variance } from './var';

const RUNS = { seed: 1, numRuns: 60 };
/** Whole numbers at a level far from zero: every sum below is exact. */
const series = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 60, maxLength: 60 })
  .map((rows) => Float64Array.from(rows, (x) => 1e6 + x));
const period = fc.integer({ min: 2, max: 20 });

/** `p` squared times the covariance of the `p` rows that end at `i`, exactly. */
function spread(a: Column, b: Column, i: number, p: number): number {
  let [sumA, sumB, product] = [0, 0, 0];
  for (let j = i - p + 1; j <= i; j++) {
    sumA += a[j]! - 1e6;
    sumB += b[j]! - 1e6;
    product += (a[j]! - 1e6) * (b[j]! - 1e6);
  }
  return p * product - sumA * sumB;
}

const rowsFrom = (first: number): number[] => Array.from({ length: 60 - first }, (_, i) => first + i);
const isNear = (got: number, want: number, size: number): boolean => Math.abs(got - want) <= 1e-13 * size;

describe('moments of whole numbers far from zero', () => {
  it('has the exact variance and deviation', () => {
    fc.assert(
      fc.property(series, period, (x, p) => {
        const [value] = batch(variance, [x], [p, 1]);
        const [deviation] = batch(stddev, [x], [p, 2]);
        for (const i of rowsFrom(p - 1)) {
          const want = spread(x, x, i, p) / (p * p);
          expect(isNear(value![i]!, want, 1e6)).toBe(true);
          expect(isNear(deviation![i]! ** 2, 4 * want, 4e6)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('has the exact correlation', () => {
    fc.assert(
      fc.property(series, series, period, (x, y, p) => {
        const [value] = batch(correl, [x, y], [p]);
        for (const i of rowsFrom(p - 1)) {
          const product = spread(x, x, i, p) * spread(y, y, i, p);
          const want = product === 0 ? 0 : spread(x, y, i, p) / Math.sqrt(product);
          expect(Math.abs(value![i]! - want)).toBeLessThan(1e-9);
        }
      }),
      RUNS,
    );
  });

  it('has the exact line', () => {
    fc.assert(
      fc.property(series, period, (x, p) => {
        const ramp = Float64Array.from(x, (_, i) => 1e6 + i);
        const [slope] = batch(linearRegSlope, [x], [p]);
        const [end] = batch(linearReg, [x], [p]);
        for (const i of rowsFrom(p - 1)) {
          const want = spread(x, ramp, i, p) / spread(ramp, ramp, i, p);
          const mean = x.subarray(i - p + 1, i + 1).reduce((sum, row) => sum + row - 1e6, 0) / p;
          expect(isNear(slope![i]!, want, 1e3)).toBe(true);
          expect(isNear(end![i]!, 1e6 + mean + (want * (p - 1)) / 2, 1e6)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('beta', () => {
  const market = Float64Array.from({ length: 40 }, (_, i) => 100 + ((i * 7) % 11));

  it('is the leverage of a leveraged series', () => {
    const doubled = new Float64Array(40).fill(50);
    for (let i = 1; i < 40; i++) doubled[i] = doubled[i - 1]! * (1 + 2 * (market[i]! / market[i - 1]! - 1));
    const [value] = batch(beta, [market, doubled], [8]);
    for (const slope of value!.subarray(8)) expect(slope).toBeCloseTo(2, 12);
  });

  it('is 0 on a market that does not move', () => {
    const [value] = batch(beta, [new Float64Array(12).fill(5), market.subarray(0, 12)], [3]);
    expect([...value!.subarray(3)]).toEqual(Array(9).fill(0));
  });
});

describe('drift', () => {
  it('forgets a spike that has left the window', () => {
    const calm = Float64Array.from({ length: 60 }, (_, i) => 1e6 + ((i * 5) % 7));
    const spiked = calm.with(3, 1e15);
    for (const indicator of [variance, stddev, linearReg, linearRegSlope]) {
      const params = indicator.params.map((param) => (param.kind === 'integer' ? 9 : param.default));
      const [want] = batch(indicator, [calm], params);
      const [got] = batch(indicator, [spiked], params);
      expect(got!.subarray(27)).toEqual(want!.subarray(27));
    }
  });
});
