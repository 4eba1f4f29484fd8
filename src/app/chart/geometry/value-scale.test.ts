import { describe, expect, it } from 'vitest';
import { fitScale } from './value-scale';

describe('fitScale', () => {
  it('puts the extremes on the paddings', () => {
    const scale = fitScale(100, 200, 400, { top: 50, bottom: 30 });
    expect(scale.toY(200)).toBeCloseTo(50, 9);
    expect(scale.toY(100)).toBeCloseTo(370, 9);
    expect(scale.toValue(370)).toBeCloseTo(100, 9);
    expect(scale.toY(scale.min)).toBeCloseTo(400, 9);
  });

  it('gives equal ratios equal heights on a log scale', () => {
    const scale = fitScale(100, 400, 300, { top: 0, bottom: 0 }, true);
    expect(scale.toY(200)).toBeCloseTo(150, 9);
    expect(scale.toValue(150)).toBeCloseTo(200, 9);
    expect(scale.toY(-1)).toBeNaN();
  });

  it('is linear where a log scale cannot be', () => {
    const scale = fitScale(-5, 5, 100, { top: 0, bottom: 0 }, true);
    expect(scale.log).toBe(false);
    expect(scale.toY(0)).toBeCloseTo(50, 9);
  });

  it('gives a flat line room and survives no values', () => {
    const flat = fitScale(7, 7, 100, { top: 10, bottom: 10 });
    expect(flat.toY(7)).toBeCloseTo(50, 6);
    const empty = fitScale(Infinity, -Infinity, 100, { top: 0, bottom: 0 });
    expect(empty.min).toBe(0);
    expect(empty.max).toBe(1);
  });

  it('is scaled about its middle and moved', () => {
    const scale = fitScale(0, 100, 100, { top: 0, bottom: 0 });
    const wider = scale.adjusted(2, 0);
    expect([wider.min, wider.max]).toEqual([-50, 150]);
    expect(scale.adjusted(1, 10).toY(50)).toBeCloseTo(60, 9);
  });
});
