import { expect, it } from 'vitest';
import { quotient } from './quotient';

it('divides', () => {
  expect(quotient(3, 4)).toBe(0.75);
  expect(quotient(-3, 5e-324)).toBe(-Infinity);
});

it.each([0, -0])('is 0, or what is given, over %s', (zero) => {
  expect(quotient(3, zero)).toBe(0);
  expect(quotient(0, zero, 0.5)).toBe(0.5);
});

it('is NaN of NaN', () => {
  expect([quotient(NaN, 0), quotient(NaN, 1), quotient(1, NaN, 7)]).toEqual([NaN, NaN, NaN]);
});
