import { describe, expect, it } from 'vitest';
import type { Column } from '../core/column';
import { formatPrice, formatSeriesValue, priceDecimals } from './price';

const close = (...prices: number[]): Column => Float64Array.from(prices);

describe('priceDecimals', () => {
  it.each([
    ['of an index', close(2887.61, 2952.01), 2],
    ['of a currency pair', close(1.22904, 1.2291), 5],
    ['of whole numbers', close(101, 102), 2],
    ['of a 32-bit float', close(Math.fround(1438.36), Math.fround(1455.22)), 2],
    ['of a coin', close(0.00001234), 8],
    ['of no bars', close(), 2],
    ['beyond a missing one', close(NaN, 1.125), 3],
  ])('counts those %s', (_, prices, decimals) => {
    expect(priceDecimals(prices)).toBe(decimals);
  });

  it('looks at the last prices, not at old ones', () => {
    const prices = new Float64Array(100).fill(10.25);
    prices[0] = 10.12345;
    expect(priceDecimals(prices)).toBe(2);
  });
});

it('writes a price with the decimals of its dataset', () => {
  expect(formatPrice(1.2291, 5)).toBe('1.22910');
  expect(formatPrice(NaN, 5)).toBe('n/a');
});

it.each([
  ['price', 1.229_042, '1.22904'],
  ['own', 2981.354, '2,981.35'],
  ['own', -0.0412, '\u22120.0412'],
  ['own', 0.000123, '0.000123'],
  ['own', 0, '0.00'],
] as const)('writes a value of pane %s, %f, as %s', (pane, value, text) => {
  expect(formatSeriesValue(pane, value, 5)).toBe(text);
});
