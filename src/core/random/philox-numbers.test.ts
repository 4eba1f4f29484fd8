import { describe, expect, it } from 'vitest';
import type { Column } from '../column';
import { cos } from '../math/cos';
import { log } from '../math/log';
import { normalCdf } from '../math/normal';
import { sin } from '../math/sin';
import { antitheticNumbers } from './antithetic-numbers';
import { philox4x32 } from './philox';
import { philoxNumbers } from './philox-numbers';

const SEED = 2 ** 40 + 12_345;
const numbers = philoxNumbers(SEED);
const normals = (path: number, count: number, stream = 0): Column => {
  const out: Column = new Float64Array(count);
  numbers.normals(path, stream, out);
  return out;
};
const uniforms = (path: number, count: number, stream = 0): Column => {
  const out: Column = new Float64Array(count);
  numbers.uniforms(path, stream, out);
  return out;
};

const COUNT = 400_000;
const sample = normals(3, COUNT);
const meanOf = (f: (z: number) => number): number => sample.reduce((sum, z) => sum + f(z), 0) / COUNT;

describe('numbers of paths from Philox', () => {
  it('takes word s mod 4 of the block with counter (path, s / 4, stream, 0)', () => {
    const words = Uint32Array.of(7, 2, 5, 0);
    philox4x32(words, SEED >>> 0, Math.floor(SEED / 2 ** 32), words);
    const drawn = uniforms(7, 12, 5).subarray(8);
    expect([...drawn]).toEqual([...words].map((word) => (word + 0.5) / 2 ** 32));
  });

  it('turns pairs of words by the rule of Box and Muller', () => {
    const [a, b, c, d] = uniforms(1, 4);
    const pair = (u: number, v: number): number[] => {
      const angle = 2 * Math.PI * (v - 0.5 / 2 ** 32);
      const radius = Math.sqrt(-2 * log(u));
      return [radius * cos(angle), radius * sin(angle)];
    };
    expect(normals(1, 4)).toMatchColumn([...pair(a!, b!), ...pair(c!, d!)], { rtol: 1e-14, atol: 1e-15 });
  });

  it('gives a path the same numbers whatever its length', () => {
    for (const count of [1, 2, 3, 5, 8, 31]) {
      expect(normals(9, count)).toEqual(normals(9, 50).subarray(0, count));
      expect(uniforms(9, count)).toEqual(uniforms(9, 50).subarray(0, count));
    }
  });

  it('has the moments of the normal distribution within four errors', () => {
    const error = 4 / Math.sqrt(COUNT);
    expect(Math.abs(meanOf((z) => z))).toBeLessThan(error);
    expect(Math.abs(meanOf((z) => z ** 2) - 1)).toBeLessThan(error * Math.sqrt(2));
    expect(Math.abs(meanOf((z) => z ** 3))).toBeLessThan(error * Math.sqrt(15));
    expect(Math.abs(meanOf((z) => z ** 4) - 3)).toBeLessThan(error * Math.sqrt(96));
  });

  it('follows the normal distribution by Kolmogorov and Smirnov', () => {
    const sorted = sample.toSorted();
    const far = sorted.reduce((most, z, i) => {
      const share = normalCdf(z);
      return Math.max(most, Math.abs(share - i / COUNT), Math.abs(share - (i + 1) / COUNT));
    }, 0);
    // 1.95 / √n is exceeded by one sample of a thousand.
    expect(far * Math.sqrt(COUNT)).toBeLessThan(1.95);
  });

  it('keeps neighbours in step, path, stream and seed uncorrelated', () => {
    const count = 100_000;
    const first = sample.subarray(0, count);
    const other: Column = new Float64Array(count);
    philoxNumbers(SEED + 1).normals(3, 0, other);
    for (const second of [sample.subarray(1, count + 1), normals(4, count), normals(3, count, 1), other]) {
      const product = first.reduce((sum, z, i) => sum + z * second[i]!, 0) / count;
      expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(count));
    }
  });

  it('mirrors each second path where it is asked to', () => {
    const mirrored = antitheticNumbers(numbers);
    const out = [6, 7].map((path) => {
      const z: Column = new Float64Array(9);
      mirrored.normals(path, 2, z);
      return z;
    });
    expect(out[0]).toEqual(normals(3, 9, 2));
    expect(out[1]).toEqual(out[0]!.map((z) => -z));
    const u: Column = new Float64Array(9);
    mirrored.uniforms(7, 2, u);
    expect(u).toEqual(uniforms(3, 9, 2).map((x) => 1 - x));
  });
});
