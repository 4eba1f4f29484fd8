import { describe, expect, it } from 'vitest';
import { blackScholes } from '../../pricing/black-scholes';
import type { OptionTerms } from '../../pricing/option';
import { simulateAmerican } from './american-option';
import { SAMPLING, simulateEuropean } from './european-option';
import { leastSquares } from './least-squares';

const MARKETS: readonly OptionTerms[] = [
  { kind: 'call', spot: 100, strike: 95, years: 1, rate: 0.03, yield: 0.01 },
  { kind: 'put', spot: 100, strike: 120, years: 0.5, rate: 0.05, yield: 0 },
];

describe('simulateEuropean', () => {
  describe.each(MARKETS)('a $kind at $strike', (terms) => {
    const exact = blackScholes(terms, 0.25).value;
    it.each(SAMPLING)('agrees with the closed form within four errors: %s', (sampling) => {
      const { value, standardError } = simulateEuropean(terms, 0.25, { paths: 65_536, seed: 3, sampling });
      expect(standardError).toBeLessThan(0.1);
      expect(Math.abs(value - exact)).toBeLessThan(4 * standardError);
    });

    it('errs less by each technique than without', () => {
      const error = (sampling: (typeof SAMPLING)[number]): number =>
        simulateEuropean(terms, 0.25, { paths: 16_384, seed: 5, sampling }).standardError;
      const plain = error('plain');
      expect(error('antithetic')).toBeLessThan(plain);
      expect(error('control')).toBeLessThan(plain / 1.5);
      expect(error('sobol')).toBeLessThan(plain / 10);
    });
  });

  it('refuses fewer than 32 paths', () => {
    expect(() => simulateEuropean(MARKETS[0]!, 0.2, { paths: 31, seed: 1, sampling: 'plain' })).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });
});

/** Longstaff and Schwartz (2001), table 1: spot, volatility, years, value by finite differences, by simulation, its error. */
const TABLE_1 = [
  [36, 0.2, 1, 4.478, 4.472, 0.01],
  [36, 0.2, 2, 4.84, 4.821, 0.012],
  [36, 0.4, 1, 7.101, 7.091, 0.02],
  [36, 0.4, 2, 8.508, 8.488, 0.024],
  [38, 0.2, 1, 3.25, 3.244, 0.009],
  [38, 0.2, 2, 3.745, 3.735, 0.011],
  [38, 0.4, 1, 6.148, 6.139, 0.019],
  [38, 0.4, 2, 7.67, 7.669, 0.022],
  [40, 0.2, 1, 2.314, 2.313, 0.009],
  [40, 0.2, 2, 2.885, 2.879, 0.01],
  [40, 0.4, 1, 5.312, 5.308, 0.018],
  [40, 0.4, 2, 6.92, 6.921, 0.022],
  [42, 0.2, 1, 1.617, 1.617, 0.007],
  [42, 0.2, 2, 2.212, 2.206, 0.01],
  [42, 0.4, 1, 4.582, 4.588, 0.017],
  [42, 0.4, 2, 6.248, 6.243, 0.021],
  [44, 0.2, 1, 1.11, 1.118, 0.007],
  [44, 0.2, 2, 1.69, 1.675, 0.009],
  [44, 0.4, 1, 3.948, 3.957, 0.017],
  [44, 0.4, 2, 5.647, 5.622, 0.021],
] as const;

describe('simulateAmerican', () => {
  it.each(TABLE_1)(
    'agrees with Longstaff and Schwartz: %d, %d, %d years',
    (spot, sigma, years, grid, published, error) => {
      const terms = { kind: 'put', spot, strike: 40, years, rate: 0.06, yield: 0 } as const;
      const found = simulateAmerican(terms, sigma, { paths: 10_000, exercises: 50 * years, seed: 11 });
      const both = Math.sqrt(found.standardError ** 2 + error ** 2);
      expect(Math.abs(found.value - published)).toBeLessThan(4 * both);
      expect(Math.abs(found.value - grid)).toBeLessThan(4 * both);
      expect(found.value).toBeGreaterThan(blackScholes(terms, sigma).value);
    },
  );

  it('is worth what it pays at once where waiting gains nothing', () => {
    const terms = { kind: 'put', spot: 1, strike: 40, years: 1, rate: 0.1, yield: 0 } as const;
    expect(simulateAmerican(terms, 0.1, { paths: 200, exercises: 10, seed: 1 })).toEqual({
      value: 39,
      standardError: 0,
    });
  });

  it('is the European option where nothing is lost by waiting', () => {
    const terms = { kind: 'call', spot: 100, strike: 100, years: 1, rate: 0.05, yield: 0 } as const;
    const { value, standardError } = simulateAmerican(terms, 0.2, { paths: 40_000, exercises: 12, seed: 2 });
    expect(Math.abs(value - blackScholes(terms, 0.2).value)).toBeLessThan(4 * standardError);
  });

  it.each([{ exercises: 0 }, { paths: 99 }, { paths: 40_000_000 }])('refuses %j', (wrong) => {
    const options = { paths: 200, exercises: 10, seed: 1, ...wrong };
    expect(() => simulateAmerican(MARKETS[1]!, 0.2, options)).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });
});

describe('leastSquares', () => {
  it('finds the weights behind rows, also of a basis that is nearly dependent', () => {
    const regression = leastSquares(3);
    for (let i = 0; i < 50; i++) {
      const x = 1 + i * 1e-4;
      regression.add(Float64Array.of(1, x, x * x), 2 - 3 * x + 0.5 * x * x);
    }
    expect(regression.solve()).toMatchColumn([2, -3, 0.5], { rtol: 1e-5 });
  });

  it('has none with fewer rows than weights', () => {
    const regression = leastSquares(2);
    regression.add(Float64Array.of(1, 2), 3);
    expect(regression.solve()).toBeNull();
  });
});
