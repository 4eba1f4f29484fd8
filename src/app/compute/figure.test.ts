import { expect, it } from 'vitest';
import { figureText } from './figure';

it.each([
  [2874.5601234, '2,874.56'],
  [-87.123456789, '\u221287.1235'],
  [0.0123456789, '0.0123457'],
  [-0.5, '\u22120.500000'],
  [123456.7, '123,457'],
  [100, '100'],
  [-100, '\u2212100'],
  [0, '0'],
  [-0, '0'],
  [1.5e-9, '1.50000e\u22129'],
  [1.23456789e20, '1.23457e+20'],
  [Infinity, '\u221e'],
  [-Infinity, '\u2212\u221e'],
  [NaN, 'n/a'],
])('%s is written %s', (value, text) => {
  expect(figureText(value)).toBe(text);
});
