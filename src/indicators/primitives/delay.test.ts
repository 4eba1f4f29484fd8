import { expect, it } from 'vitest';
import { Delay } from './delay';

it.each([0, 1, 3])('gives the row %s rows ago', (distance) => {
  const delay = new Delay(distance);
  const rows = [5, 6, NaN, 8, 9, 10];
  const past = rows.map((x) => delay.push(x));
  expect(past).toEqual([...Array<number>(distance).fill(NaN), ...rows].slice(0, rows.length));
});
