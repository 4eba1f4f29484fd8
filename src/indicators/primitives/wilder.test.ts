import { describe, expect, it } from 'vitest';
import { WilderAverage } from './wilder-average';
import { WilderSum } from './wilder-sum';

describe('WilderSum', () => {
  it('sums one row less than its period, then lets a part of the sum go with each row', () => {
    const sum = new WilderSum(4);
    expect([4, 8, 12, 8, 0].map((x) => sum.push(x))).toEqual([4, 12, 24, 26, 19.5]);
  });

  it('is the row itself with a period of 1', () => {
    const sum = new WilderSum(1);
    expect([0.1, 0.7, 3].map((x) => sum.push(x))).toEqual([0.1, 0.7, 3]);
  });

  it('keeps a NaN', () => {
    const sum = new WilderSum(3);
    expect([1, NaN, 2, 3].map((x) => sum.push(x))).toEqual([1, NaN, NaN, NaN]);
  });
});

describe('WilderAverage', () => {
  it('starts from a mean', () => {
    const average = new WilderAverage(4);
    expect([1, 2, 3, 6, 7, 0].map((x) => average.push(x))).toEqual([NaN, NaN, NaN, 3, 4, 3]);
  });

  it('is the row itself with a period of 1', () => {
    const average = new WilderAverage(1);
    expect([0.1, 1e300, 0.7].map((x) => average.push(x))).toEqual([0.1, 1e300, 0.7]);
  });
});
