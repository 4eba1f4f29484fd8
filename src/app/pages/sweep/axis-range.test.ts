import { expect, it } from 'vitest';
import { axisOf, rangeMistake, rangeOfAxis } from './axis-range';

const range = (min: number, max: number, step: number) => ({ name: 'fast', min, max, step });

it('lists values without rounding noise, the last one included when it is met', () => {
  expect(axisOf(range(5, 60, 5)).values).toHaveLength(12);
  expect(axisOf(range(0.1, 0.5, 0.1)).values).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(axisOf(range(40, 255, 10)).values.at(-1)).toBe(250);
  expect(axisOf(range(7, 7, 1)).values).toEqual([7]);
});

it('reads a range back from its values', () => {
  expect(rangeOfAxis(axisOf(range(40, 250, 10)))).toEqual(range(40, 250, 10));
});

it.each([
  [range(NaN, 1, 1), /number/],
  [range(1, 5, 0), /above zero/],
  [range(5, 1, 1), /below the first/],
  [range(0, 1e6, 1), /larger step/],
])('says what is wrong with %o', (wrong, words) => {
  expect(rangeMistake(wrong)).toMatch(words);
});

it('accepts the greatest axis', () => {
  expect(rangeMistake(range(1, 1000, 1))).toBe(null);
  expect(rangeMistake(range(1, 1001, 1))).not.toBe(null);
});
