import { describe, expect, it } from 'vitest';
import golden from '../../../tests/golden/transforms.json';
import { ulps } from '../../../tests/support/ulps';
import { acos, asin } from './arc-sine';
import { cosh, sinh, tanh } from './hyperbolic';
import { log10 } from './log10';
import { tan } from './tan';

const worst = (f: (x: number) => number, rows: readonly number[][]): number =>
  Math.max(...rows.map(([x, want]) => ulps(f(x!), want!)));

describe('distance from the true value in ulp', () => {
  it.each([
    ['tan', tan, golden.tan, 2],
    ['asin', asin, golden.asin, 1],
    ['acos', acos, golden.acos, 1],
    ['sinh', sinh, golden.sinh, 2],
    ['cosh', cosh, golden.cosh, 2],
    ['tanh', tanh, golden.tanh, 2],
    ['log10', log10, golden.log10, 1],
  ] as const)('of %s', (_, f, rows, bound) => {
    expect(rows.length).toBeGreaterThan(150);
    expect(worst(f, rows)).toBeLessThanOrEqual(bound);
  });
});

describe('ends', () => {
  it.each([
    [tan, [0, -0, Math.PI, Infinity, -Infinity, NaN], [0, -0, -1.2246467991473532e-16, NaN, NaN, NaN]],
    [asin, [0, -0, 1, -1, 1.1, NaN], [0, -0, Math.PI / 2, -Math.PI / 2, NaN, NaN]],
    [acos, [0, 1, -1, -1.1, Infinity, NaN], [Math.PI / 2, 0, Math.PI, NaN, NaN, NaN]],
    [sinh, [0, -0, 711, -711, -Infinity, NaN], [0, -0, Infinity, -Infinity, -Infinity, NaN]],
    [cosh, [0, -0, 711, -711, -Infinity, NaN], [1, 1, Infinity, Infinity, Infinity, NaN]],
    [tanh, [0, -0, 30, -30, Infinity, -Infinity, NaN], [0, -0, 1, -1, 1, -1, NaN]],
    [log10, [0, -0, 1, 1000, -1, Infinity, NaN], [-Infinity, -Infinity, 0, 3, NaN, Infinity, NaN]],
  ] as const)('of %o', (f, at, want) => {
    expect(at.map((x) => f(x))).toEqual(want);
  });
});
