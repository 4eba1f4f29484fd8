import { describe, expect, it } from 'vitest';
import golden from '../../../tests/golden/elementary.json';
import { exp } from './exp';
import { log } from './log';
import { normalCdf, normalDensity, normalQuantile } from './normal';
import { pow } from './pow';

const bits = new BigInt64Array(1);
const value = new Float64Array(bits.buffer);

/** Position among the f64 numbers, so that neighbours differ by 1. */
function ordinal(x: number): bigint {
  value[0] = x;
  return bits[0]! >= 0n ? bits[0]! : -(bits[0]! & 0x7fffffffffffffffn);
}

const ulps = (a: number, b: number): number => Math.abs(Number(ordinal(a) - ordinal(b)));
const relative = (a: number, b: number): number => (a === b ? 0 : Math.abs((a - b) / b));
const worst = (errors: readonly number[]): number => Math.max(...errors);
const pairs = (rows: readonly number[][]): readonly [number, number][] =>
  rows.map((row) => [row[0]!, row[1]!]);

describe('exp', () => {
  it('is within 1 ulp of the true value', () => {
    expect(worst(pairs(golden.exp).map(([x, want]) => ulps(exp(x), want)))).toBeLessThanOrEqual(1);
  });

  it.each([
    [0, 1],
    [-0, 1],
    [709.79, Infinity],
    [Infinity, Infinity],
    [-745.14, 0],
    [-Infinity, 0],
    [-745.13, 5e-324],
    [NaN, NaN],
  ])('of %s is %s', (x, want) => {
    expect(exp(x)).toBe(want);
  });
});

describe('log', () => {
  it('is within 1 ulp of the true value', () => {
    expect(worst(pairs(golden.log).map(([x, want]) => ulps(log(x), want)))).toBeLessThanOrEqual(1);
  });

  it.each([
    [1, 0],
    [0, -Infinity],
    [-0, -Infinity],
    [-1, NaN],
    [-Infinity, NaN],
    [Infinity, Infinity],
    [NaN, NaN],
    [5e-324, -744.4400719213812],
    [Number.MAX_VALUE, 709.782712893384],
  ])('of %s is %s', (x, want) => {
    expect(log(x)).toBe(want);
  });
});

describe('pow', () => {
  it('is within 1e-14 of the true value', () => {
    expect(worst(golden.pow.map((row) => relative(pow(row[0]!, row[1]!), row[2]!)))).toBeLessThan(1e-14);
  });

  it('is exact for small whole exponents', () => {
    expect([pow(10, 15), pow(-3, 3), pow(2, -10), pow(1.5, 4)]).toEqual([1e15, -27, 2 ** -10, 5.0625]);
  });

  const ends = [0, -0, 1, -1, 0.5, -0.5, 2, -2, 3, 33, -33, 34, Infinity, -Infinity, NaN, 1e308, 5e-324];

  it.each(ends)('treats zeros, infinities and NaN as the language does: %s', (x) => {
    const languages = ends.map((y) => x ** y);
    expect(ends.map((y) => pow(x, y))).toMatchColumn(languages, { rtol: 1e-13 });
    expect(ends.map((y) => Object.is(pow(x, y), -0))).toEqual(languages.map((z) => Object.is(z, -0)));
  });
});

describe('normal distribution', () => {
  it('has its cdf within 1e-14', () => {
    expect(worst(pairs(golden.normalCdf).map(([x, want]) => relative(normalCdf(x), want)))).toBeLessThan(
      1e-14,
    );
  });

  it('has its density within 2e-15', () => {
    const errors = pairs(golden.normalDensity).map(([x, want]) => relative(normalDensity(x), want));
    expect(worst(errors)).toBeLessThan(2e-15);
  });

  it('has its quantile within 1e-13', () => {
    const errors = pairs(golden.normalQuantile).map(([p, want]) => relative(normalQuantile(p), want));
    expect(worst(errors)).toBeLessThan(1e-13);
  });

  it('is certain at the ends', () => {
    expect([-Infinity, -40, 0, 40, Infinity, NaN].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1, NaN]);
    expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
  });

  it('mirrors about one half', () => {
    expect(normalQuantile(0.75)).toBe(-normalQuantile(0.25));
  });
});
