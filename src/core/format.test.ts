import { expect, it } from 'vitest';
import {
  formatCount,
  formatInteger,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPoints,
  formatRatio,
} from './format';

it.each([
  [formatNumber(2924.784), '2,924.78'],
  [formatNumber(-4087, { decimals: 0 }), '−4,087'],
  [formatNumber(1234567.5, { decimals: 1 }), '1,234,567.5'],
  [formatNumber(-0.001), '0.00'],
  [formatNumber(-0.001, { signed: true }), '0.00'],
  [formatNumber(0.26, { signed: true }), '+0.26'],
  [formatNumber(null), 'n/a'],
  [formatNumber(NaN), 'n/a'],
  [formatNumber(-Infinity), '−∞'],
  [formatNumber(1e21, { decimals: 0 }), '1e+21'],
  [formatNumber(999_999_999_999, { decimals: 0 }), '999,999,999,999'],
  [formatPercent(0.0169), '1.7\u202f%'],
  [formatPercent(-0.1766, { decimals: 2 }), '−17.66\u202f%'],
  [formatPercent(0.041, { signed: true }), '+4.1\u202f%'],
  [formatPercent(0.9, { decimals: 0 }), '90\u202f%'],
  [formatPercent(Infinity), '∞\u202f%'],
  [formatPercent(null), 'n/a'],
  [formatPoints(-0.091), '−9.1'],
  [formatPoints(0.055), '+5.5'],
  [formatMoney(140_499.6, 'USD'), '$140,500'],
  [formatMoney(-4087.2, 'USD'), '−$4,087'],
  [formatMoney(12, 'CHF', { signed: true }), '+CHF 12'],
  [formatMoney(null, 'USD'), 'n/a'],
  [formatRatio(0.2645), '0.26'],
  [formatInteger(5105), '5,105'],
  [formatCount(1, 'trade'), '1 trade'],
  [formatCount(5104, 'day'), '5,104 days'],
  [formatCount(2, 'entry', 'entries'), '2 entries'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
