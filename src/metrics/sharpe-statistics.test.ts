import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/metrics.json';
import { deflatedSharpe } from './deflated-sharpe';
import { luckSharpe } from './luck-sharpe';
import { median } from './median';
import { moments } from './moments';
import { probabilisticSharpe } from './probabilistic-sharpe';
import { returns } from './returns';
import { sharpeError } from './sharpe-error';
import { spearman } from './spearman';
import { wilsonRange } from './wilson';

const sampleOf = (equity: readonly number[]) => {
  const found = moments(returns(Float64Array.from(equity)));
  return { ...found, sharpe: found.mean / found.deviation };
};

describe('the chance of a true Sharpe above a bar', () => {
  it.each(golden.curves)('agrees with the formulas on scipy ($probabilistic, $deflated)', (curve) => {
    const sample = sampleOf(curve.equity);
    expect([
      probabilisticSharpe(sample, 0),
      luckSharpe(50, 0.05),
      deflatedSharpe(sample, 50, 0.05),
    ]).toMatchColumn([curve.probabilistic, curve.luck, curve.deflated], { rtol: 1e-8 });
  });

  it('is that of one try without deflation, and falls with every further try', () => {
    const sample = sampleOf(golden.curves[1]!.equity);
    expect(deflatedSharpe(sample, 1, 0.05)).toBe(probabilisticSharpe(sample, 0));
    const chances = [1, 2, 10, 100, 1000].map((tries) => deflatedSharpe(sample, tries, null));
    expect(chances.toSorted((a, b) => b - a)).toEqual(chances);
    expect(new Set(chances).size).toBe(5);
  });

  it('takes the error of a worthless Sharpe when the spread of the tries is unknown', () => {
    const sample = { sharpe: 0.1, count: 101, skew: -1, kurtosis: 9 };
    expect(deflatedSharpe(sample, 20, null)).toBe(deflatedSharpe(sample, 20, 0.1));
    expect(sharpeError({ ...sample, sharpe: 0 })).toBeCloseTo(0.1, 15);
    expect(sharpeError({ ...sample, count: 1 })).toBeNaN();
  });

  it('finds nothing by luck in one try', () => {
    expect([luckSharpe(1, 0.3), luckSharpe(0, 0.3)]).toEqual([0, 0]);
  });
});

describe('wilsonRange', () => {
  it.each(golden.wilson)('agrees with scipy for $hits of $count', ({ hits, count, low, high }) => {
    const range = wilsonRange(hits, count)!;
    expect([range.low, range.high]).toMatchColumn([low, high], { rtol: 1e-10, atol: 1e-12 });
  });

  it('needs a trial', () => expect(wilsonRange(0, 0)).toBeNull());
});

describe('spearman', () => {
  it.each(golden.ranks)('agrees with scipy ($rho)', ({ a, b, rho }) => {
    expect(spearman(a, b)).toBeCloseTo(rho, 12);
  });

  it('knows constant, short and broken samples', () => {
    expect(spearman([1, 1, 1], [2, 2, 2])).toBe(1);
    expect(spearman([1, 1, 1], [1, 2, 3])).toBe(0);
    expect(spearman([1, 2], [1, 2])).toBeNull();
    expect(spearman([1, 2, NaN], [1, 2, 3])).toBeNull();
  });
});

describe('median', () => {
  it('is the middle value, or the mean of two', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, NaN]);
  });
});
