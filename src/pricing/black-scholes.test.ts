import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/monte-carlo.json';
import { exp } from '../core/math/exp';
import { blackScholes } from './black-scholes';
import { impliedVolatility } from './implied-volatility';
import type { OptionTerms } from './option';

const termsOf = (kind: string, [spot = NaN, strike = NaN, years = NaN, rate = NaN, carry = NaN]: number[]) =>
  ({ kind: kind === 'call' ? 'call' : 'put', spot, strike, years, rate, yield: carry }) satisfies OptionTerms;

const market = fc.record({
  kind: fc.constantFrom('call' as const, 'put' as const),
  spot: fc.double({ min: 10, max: 500, noNaN: true }),
  strike: fc.double({ min: 10, max: 500, noNaN: true }),
  years: fc.double({ min: 0.02, max: 5, noNaN: true }),
  rate: fc.double({ min: -0.02, max: 0.1, noNaN: true }),
  yield: fc.double({ min: 0, max: 0.08, noNaN: true }),
});
const volatility = fc.double({ min: 0.02, max: 2, noNaN: true });

describe('blackScholes', () => {
  it.each(golden.options)('has the value and greeks of mpmath: $kind $terms', (row) => {
    const { value, delta, gamma, vega, theta, rho } = blackScholes(
      termsOf(row.kind, row.terms),
      row.terms[5]!,
    );
    const expected = [row.value, row.delta, row.gamma, row.vega, row.theta, row.rho];
    expect([value, delta, gamma, vega, theta, rho]).toMatchColumn(expected, { rtol: 1e-10, atol: 1e-12 });
  });

  it('values the options of Hull, example 15.6', () => {
    const terms = { spot: 42, strike: 40, years: 0.5, rate: 0.1, yield: 0 } as const;
    expect(blackScholes({ ...terms, kind: 'call' }, 0.2).value).toBeCloseTo(4.76, 2);
    expect(blackScholes({ ...terms, kind: 'put' }, 0.2).value).toBeCloseTo(0.81, 2);
  });

  it('keeps the parity of call and put', () => {
    fc.assert(
      fc.property(market, volatility, (terms, sigma) => {
        const call = blackScholes({ ...terms, kind: 'call' }, sigma).value;
        const put = blackScholes({ ...terms, kind: 'put' }, sigma).value;
        const forward =
          terms.spot * exp(-terms.yield * terms.years) - terms.strike * exp(-terms.rate * terms.years);
        expect(Math.abs(call - put - forward)).toBeLessThan(1e-11 * (terms.spot + terms.strike));
      }),
      { seed: 1 },
    );
  });

  it('is what is certain, without volatility or time', () => {
    const terms = { kind: 'put', spot: 90, strike: 100, years: 1, rate: 0.05, yield: 0.02 } as const;
    const certain = 100 * exp(-0.05) - 90 * exp(-0.02);
    const still = blackScholes(terms, 0);
    expect(still.value).toBeCloseTo(certain, 12);
    expect([still.gamma, still.vega]).toEqual([0, 0]);
    const near = blackScholes(terms, 1e-3);
    expect([still.value, still.delta, still.theta, still.rho]).toMatchColumn(
      [near.value, near.delta, near.theta, near.rho],
      { rtol: 1e-9 },
    );
    expect(blackScholes({ ...terms, years: 0 }, 0.3).value).toBe(10);
    expect(blackScholes({ ...terms, kind: 'call', years: 0 }, 0.3)).toMatchObject({
      value: 0,
      delta: 0,
      theta: 0,
    });
  });

  it.each([{ spot: 0 }, { strike: NaN }, { years: -1 }, { rate: Infinity }, { yield: 11 }])(
    'refuses %j',
    (wrong) => {
      const terms = { kind: 'call', spot: 1, strike: 1, years: 1, rate: 0, yield: 0, ...wrong } as const;
      expect(() => blackScholes(terms, 0.2)).toThrow(
        expect.objectContaining({ code: 'parameter_out_of_range' }),
      );
    },
  );
});

describe('impliedVolatility', () => {
  it('finds the volatility that gave a value, wherever time value is left', () => {
    fc.assert(
      fc.property(market, volatility, (terms, sigma) => {
        const { value, vega } = blackScholes(terms, sigma);
        // Where a value hangs on volatility by less than this, its rounding hides it.
        fc.pre(vega > 1e-4 * terms.spot);
        expect(impliedVolatility(terms, value)).toSatisfy(
          (found: number) => Math.abs(found - sigma) < 1e-9 * sigma,
        );
      }),
      { seed: 2 },
    );
  });

  it('finds it far out of the money, too', () => {
    const terms = { kind: 'call', spot: 100, strike: 300, years: 0.5, rate: 0.01, yield: 0 } as const;
    const { value } = blackScholes(terms, 0.25);
    expect(value).toBeLessThan(1e-8);
    expect(impliedVolatility(terms, value)).toBeCloseTo(0.25, 9);
  });

  it.each([
    ['what is certain', 10 - 1e-9, 1],
    ['the price of the underlying', 100, 1],
    ['nothing', NaN, 1],
    ['a price without time left', 12, 0],
  ])('has none for %s', (_, price, years) => {
    const terms = { kind: 'call', spot: 100, strike: 90, years, rate: 0, yield: 0 } as const;
    expect(impliedVolatility(terms, price)).toBeNull();
  });
});
