import { describe, expect, it } from 'vitest';
import { philox4x32 } from './philox';
import { uniforms, UniformStream } from './uniforms';

/** Known answers of Random123 1.14 (tests/kat_vectors, philox4x32 10). */
const KNOWN = [
  ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
  ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
] as const;

const words = (text: string): number[] => text.split(' ').map((word) => Number.parseInt(word, 16));
const hex = (values: Uint32Array): string =>
  [...values].map((value) => value.toString(16).padStart(8, '0')).join(' ');

describe('philox4x32', () => {
  it.each(KNOWN)('gives the known answer for %s', (counter, key, expected) => {
    const out = new Uint32Array(4);
    const [key0 = NaN, key1 = NaN] = words(key);
    philox4x32(Uint32Array.from(words(counter)), key0, key1, out);
    expect(hex(out)).toBe(expected);
  });

  it('works in place', () => {
    const counter = Uint32Array.from(words(KNOWN[2][0]));
    philox4x32(counter, 0xa4093822, 0x299f31d0, counter);
    expect(hex(counter)).toBe(KNOWN[2][2]);
  });
});

describe('uniforms', () => {
  const sample = uniforms(42, 100_000);

  it('stays in [0, 1) with the mean and variance of the uniform distribution', () => {
    const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
    const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sample.length;
    expect(sample.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / sample.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.001);
  });

  it('repeats for a seed and differs for another seed, path or stream', () => {
    const first = (seed: number, path?: number, stream?: number): number =>
      new UniformStream(seed, path, stream).next();
    expect(uniforms(42, 3)).toEqual(sample.slice(0, 3));
    const draws = [first(42), first(43), first(42 + 2 ** 32), first(42, 1), first(42, 0, 1)];
    expect(new Set(draws).size).toBe(5);
  });
});
