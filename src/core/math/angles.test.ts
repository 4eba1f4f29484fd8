import { describe, expect, it } from 'vitest';
import golden from '../../../tests/golden/angles.json';
import { ulps } from '../../../tests/support/ulps';
import { atan } from './atan';
import { cos } from './cos';
import { sin } from './sin';

const worst = (f: (x: number) => number, rows: readonly number[][]): number =>
  Math.max(...rows.map(([x, want]) => ulps(f(x!), want!)));

describe('distance from the true value in ulp', () => {
  it.each([
    ['sin', sin, golden.sin],
    ['cos', cos, golden.cos],
    ['atan', atan, golden.atan],
  ] as const)('of %s is at most 1', (_, f, rows) => {
    expect(rows.length).toBeGreaterThan(400);
    expect(worst(f, rows)).toBeLessThanOrEqual(1);
  });
});

describe('ends', () => {
  const ends = [0, -0, Infinity, -Infinity, NaN, 5e-324, -5e-324];

  it.each([
    ['sin', sin, [0, -0, NaN, NaN, NaN, 5e-324, -5e-324]],
    ['cos', cos, [1, 1, NaN, NaN, NaN, 1, 1]],
    ['atan', atan, [0, -0, Math.PI / 2, -Math.PI / 2, NaN, 5e-324, -5e-324]],
  ] as const)('of %s', (_, f, want) => {
    expect(ends.map((x) => f(x))).toEqual(want);
  });

  it('is odd or even to the bit', () => {
    const at = golden.sin.map(([x]) => x!);
    expect(at.map((x) => sin(-x))).toEqual(at.map((x) => -sin(x)));
    expect(at.map((x) => cos(-x))).toEqual(at.map((x) => cos(x)));
    expect(at.map((x) => atan(-x))).toEqual(at.map((x) => -atan(x)));
  });
});
