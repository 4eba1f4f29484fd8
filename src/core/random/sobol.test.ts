import { describe, expect, it } from 'vitest';
import golden from '../../../tests/golden/monte-carlo.json';
import type { Column } from '../column';
import { BrownianBridge } from './brownian-bridge';
import { philoxNumbers } from './philox-numbers';
import { Sobol, SOBOL_DIMENSIONS } from './sobol';
import { sobolNumbers } from './sobol-numbers';

describe('Sobol', () => {
  it.each(golden.sobol.rows.map((row, k) => [row, golden.sobol.words[k]!] as const))(
    'has the words of scipy at point %i',
    (row, words) => {
      const out = new Uint32Array(SOBOL_DIMENSIONS);
      new Sobol(SOBOL_DIMENSIONS, null).point(row, out);
      expect([...out]).toEqual(words);
    },
  );

  it.each([null, 1, 2 ** 45 + 3])(
    'puts one of 256 points into each 256th of each dimension, seed %s',
    (seed) => {
      const sobol = new Sobol(SOBOL_DIMENSIONS, seed);
      const seen = Array.from({ length: SOBOL_DIMENSIONS }, () => new Set<number>());
      const out = new Uint32Array(SOBOL_DIMENSIONS);
      for (let index = 512; index < 768; index++) {
        sobol.point(index, out);
        out.forEach((word, d) => seen[d]!.add(word >>> 24));
      }
      expect(seen.map((cells) => cells.size)).toEqual(seen.map(() => 256));
    },
  );

  it('is shifted by each seed otherwise', () => {
    const firsts = [1, 2, 3].map((seed) => {
      const out = new Uint32Array(4);
      new Sobol(4, seed).point(0, out);
      return [...out].join(' ');
    });
    expect(new Set(firsts).size).toBe(3);
  });

  it.each([0, 65, 1.5])('refuses %s dimensions', (dimensions) => {
    expect(() => new Sobol(dimensions, null)).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });
});

describe('BrownianBridge', () => {
  it.each([1, 2, 3, 7, 16, 37])('turns %i numbers without stretching any: an orthogonal matrix', (steps) => {
    const bridge = new BrownianBridge(steps);
    const columns = Array.from({ length: steps }, (_, k) => {
      const unit: Column = new Float64Array(steps);
      unit[k] = 1;
      bridge.increments(unit, new Float64Array(steps));
      return unit;
    });
    columns.forEach((a, i) =>
      columns.forEach((b, j) => {
        const product = a.reduce((sum, x, k) => sum + x * b[k]!, 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
      }),
    );
  });

  it('gives the first number the end of the path', () => {
    const numbers = Float64Array.of(2, 0, 0, 0, 0);
    new BrownianBridge(5).increments(numbers, new Float64Array(5));
    expect(numbers).toMatchColumn(
      [1, 1, 1, 1, 1].map((one) => (2 * one) / Math.sqrt(5)),
      { rtol: 1e-15 },
    );
  });
});

describe('numbers of paths from Sobol', () => {
  it('leaves other streams and uniform numbers to Philox', () => {
    const [sobol, philox] = [sobolNumbers(8, 5), philoxNumbers(8)];
    const [a, b]: Column[] = [new Float64Array(5), new Float64Array(5)];
    sobol.normals(2, 1, a!);
    philox.normals(2, 1, b!);
    expect(a).toEqual(b);
    sobol.uniforms(2, 0, a!);
    philox.uniforms(2, 0, b!);
    expect(a).toEqual(b);
  });

  it('has independent standard normal increments, also beyond its dimensions', () => {
    const steps = 100;
    const paths = 4096;
    const numbers = sobolNumbers(4, steps);
    const out: Column = new Float64Array(steps);
    const squares = new Float64Array(steps);
    const products = new Float64Array(steps);
    for (let path = 0; path < paths; path++) {
      numbers.normals(path, 0, out);
      out.forEach((z, step) => {
        squares[step]! += z * z;
        products[step]! += z * out[(step + 1) % steps]!;
      });
    }
    const bound = 5 / Math.sqrt(paths);
    expect(squares.every((sum) => Math.abs(sum / paths - 1) < bound * Math.SQRT2)).toBe(true);
    expect(products.every((sum) => Math.abs(sum / paths) < bound)).toBe(true);
  });
});
