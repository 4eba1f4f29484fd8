import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { Arena } from '../../src/compute/wasm/arena';
import { instantiateKernels, type KernelInstance } from '../../src/compute/wasm/kernels';
import { acos, asin } from '../../src/core/math/arc-sine';
import { atan } from '../../src/core/math/atan';
import { cos } from '../../src/core/math/cos';
import { exp } from '../../src/core/math/exp';
import { cosh, sinh, tanh } from '../../src/core/math/hyperbolic';
import { log } from '../../src/core/math/log';
import { log10 } from '../../src/core/math/log10';
import { sin } from '../../src/core/math/sin';
import { tan } from '../../src/core/math/tan';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then(async (bytes) =>
  instantiateKernels(await WebAssembly.compile(bytes)),
);

const FUNCTIONS: readonly (readonly [string, (x: number) => number])[] = [
  ['arcCosine', acos],
  ['arcSine', asin],
  ['arcTangent', atan],
  ['commonLogarithm', log10],
  ['cosine', cos],
  ['exponential', exp],
  ['hyperbolicCosine', cosh],
  ['hyperbolicSine', sinh],
  ['hyperbolicTangent', tanh],
  ['naturalLogarithm', log],
  ['sine', sin],
  ['tangent', tan],
];

const ROWS = 4097;
const EDGES = [
  0, 0.5, 1, 5e-324, 1e-310, 2.2250738585072014e-308, 22, 708, 709.5, 709.8, 710.4, 711, 745.2, 1e5, 524_288,
  524_288.1, 1_048_576, 9_007_199_254_740_992, 1e22, 1e100, 1e300, 1.7976931348623157e308,
];
const SPECIAL = [...EDGES, Infinity, NaN];

/** Equally spaced positions in `[0, 1)` in an order that jumps about. */
const spread = (i: number): number => (i * 0.6180339887498949) % 1;

const RANGES: readonly (readonly [string, (i: number) => number])[] = [
  ['special values', (i) => (i % 2 ? -1 : 1) * SPECIAL[(i >> 1) % SPECIAL.length]!],
  ['fractions', (i) => 2.002 * spread(i) - 1.001],
  ['numbers next to 0', (i) => (spread(i) - 0.5) * 1e-4],
  ['numbers next to 1', (i) => 1 + (spread(i) - 0.5) * 0.01],
  ['prices', (i) => 1000 * spread(i) - 500],
  ['large numbers', (i) => 1.2e6 * spread(i) - 6e5],
  ['all sizes', (i) => (i % 2 ? -1 : 1) * exp(1440 * spread(i) - 720)],
  ['powers of ten', (i) => Number(`1e${Math.floor(600 * spread(i)) - 300}`)],
];

/** What a kernel makes of rows. */
function computed(
  { kernels: { heapBase }, memory, primitives }: KernelInstance,
  name: string,
  rows: number[],
) {
  const arena = new Arena(memory, heapBase());
  const x = arena.take(rows.length + 4);
  const y = arena.take(rows.length + 4);
  arena.numbers(x, rows.length).set(rows);
  primitives[name]!(0, rows.length, x, y);
  return arena.numbers(y, rows.length).slice();
}

/** Distance of two numbers, as a share of the second or of the least normal number. */
function distance(actual: number, expected: number): number {
  if (Object.is(actual, expected) || actual === expected) return 0;
  const gap = Math.abs(actual - expected) / Math.max(Math.abs(expected), 2.2250738585072014e-308);
  return Number.isNaN(gap) ? Infinity : gap;
}

const cases = FUNCTIONS.flatMap(([name, twin]) =>
  RANGES.map(([range, valueOf]) => ({ name, twin, range, valueOf })),
);

it.each(cases)('$name of $range is within 1e-15 of its twin', async ({ name, twin, valueOf }) => {
  const rows = Array.from({ length: ROWS }, (_, i) => valueOf(i));
  const actual = computed(await kernels, name, rows);
  const far = rows.filter((x, i) => !(distance(actual[i]!, twin(x)) <= 1e-15));
  expect(far).toEqual([]);
});

it('gives whole logarithms of whole powers of ten', async () => {
  const exponents = Array.from({ length: 600 }, (_, i) => i - 300);
  const powers = exponents.map((exponent) => Number(`1e${exponent}`));
  expect([...computed(await kernels, 'commonLogarithm', powers)]).toEqual(exponents);
});

it('keeps angles exact next to multiples of a quarter turn', async () => {
  const angles = Array.from({ length: 4000 }, (_, i) => (i * 83 * Math.PI) / 2);
  for (const [name, twin] of [['sine', sin] as const, ['cosine', cos] as const]) {
    const actual = computed(await kernels, name, angles);
    const worst = Math.max(...angles.map((x, i) => Math.abs(actual[i]! - twin(x))));
    expect(worst).toBeLessThan(2.3e-16);
    const near = angles.filter((x, i) => distance(actual[i]!, twin(x)) > 1e-13);
    expect(near).toEqual([]);
  }
});
