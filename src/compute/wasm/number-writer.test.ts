import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { numberText } from '../../core/text/number-text';
import { instantiateKernels } from './kernels';
import { NumberWriter } from './number-writer';

let writer: NumberWriter;

beforeAll(async () => {
  const bytes = await readFile(new URL('../../../build/wasm/kernels.wasm', import.meta.url));
  writer = new NumberWriter(await instantiateKernels(await WebAssembly.compile(bytes)));
});

const decoder = new TextDecoder();

function written(values: Column): string {
  let text = '';
  for (const part of writer.parts(values)) text += decoder.decode(part);
  return text;
}

/** Numbers that are not written as JavaScript writes them. */
const wrong = (values: Column): number[] => {
  const texts = written(values).split(',');
  return [...values].filter((value, i) => texts[i] !== numberText(value));
};

describe('numbers as text', () => {
  it('are as JavaScript writes them at the ends of every range', () => {
    const values = [
      0,
      -0,
      NaN,
      Infinity,
      -Infinity,
      Number.MAX_VALUE,
      Number.MIN_VALUE,
      2 ** 53 - 1,
      2 ** 53 + 2,
    ];
    for (let k = -1074; k < 1024; k++) {
      const power = 2 ** k;
      values.push(power, -power, power * (1 + 2 ** -52), power * (2 - 2 ** -52));
    }
    for (let k = -326; k < 309; k++) for (let n = 1; n < 60; n++) values.push(Number(`${n}e${k}`));
    for (let k = 0; k < 17; k++) for (const n of [1, 12345678901234567, 99999999]) values.push(n / 10 ** k);
    expect(wrong(Float64Array.from(values))).toEqual([]);
  });

  it('are as JavaScript writes them for any bits', () => {
    const bits = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { minLength: 500, maxLength: 500 });
    fc.assert(
      fc.property(bits, (words) => wrong(new Float64Array(BigUint64Array.from(words).buffer)).length === 0),
      { seed: 1, numRuns: 60 },
    );
  });

  it('are as JavaScript writes them for prices, cents and whole numbers', () => {
    const count = 20_000;
    const column = (value: (i: number) => number): Column =>
      Float64Array.from({ length: count }, (_, i) => value(i));
    expect(wrong(column((i) => 100 + Math.sqrt(i) / 7))).toEqual([]);
    expect(wrong(column((i) => i / 100))).toEqual([]);
    expect(wrong(column((i) => (i - count / 2) * 100))).toEqual([]);
    expect(wrong(column((i) => 1 / (i + 1) ** 3))).toEqual([]);
  });

  it('come in parts of bounded size, none where there are none', () => {
    const parts = [...writer.parts(new Float64Array(10_000).fill(-1.2345678901234567e-300))].map(
      (x) => x.length,
    );
    expect(parts).toEqual([4096 * 25 - 1, 4096 * 25, 1808 * 25]);
    expect(written(new Float64Array(0))).toBe('');
  });
});
