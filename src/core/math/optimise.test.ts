import { describe, expect, it } from 'vitest';
import golden from '../../../tests/golden/monte-carlo.json';
import { cholesky } from './cholesky';
import { nelderMead } from './nelder-mead';

const SEARCH = { size: 0.5, tolerance: 1e-16, rounds: 5000 };

describe('nelderMead', () => {
  it('finds the minimum of Rosenbrock’s valley', () => {
    const { at, value } = nelderMead(
      ([x = NaN, y = NaN]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
      [-1.2, 1],
      SEARCH,
    );
    expect(value).toBeLessThan(1e-14);
    expect(at[0]).toBeCloseTo(1, 6);
    expect(at[1]).toBeCloseTo(1, 6);
  });

  it('takes NaN for infinitely bad, and one variable', () => {
    const { at } = nelderMead(([x = NaN]) => (x < 0 ? NaN : (x - 0.25) ** 2), [1], SEARCH);
    expect(at[0]).toBeCloseTo(0.25, 6);
  });

  it('stops after the rounds it is given', () => {
    let calls = 0;
    nelderMead(([x = NaN]) => (calls++, x * x), [100], { ...SEARCH, rounds: 3 });
    expect(calls).toBeLessThan(12);
  });
});

describe('cholesky', () => {
  it.each(golden.factors)('has the factor of numpy, size $size', ({ size, matrix, factor }) => {
    expect(cholesky(Float64Array.from(matrix), size)).toMatchColumn(factor, { rtol: 1e-12, atol: 1e-14 });
  });

  it('takes a matrix whose rows depend on one another', () => {
    const factor = cholesky(Float64Array.of(4, 2, 6, 2, 1, 3, 6, 3, 10), 3)!;
    expect(factor).toMatchColumn([2, 0, 0, 1, 0, 0, 3, 0, 1], { atol: 1e-12 });
  });

  it.each([
    ['negative', [1, 2, 2, 1]],
    ['contradictory', [0, 1, 1, 1]],
    ['without a number', [1, NaN, NaN, 1]],
  ])('refuses a matrix that is %s', (_, matrix) => {
    expect(cholesky(Float64Array.from(matrix), 2)).toBeNull();
  });
});
