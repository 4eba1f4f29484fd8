import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { gbmOnWasm } from '../../src/compute/wasm/gbm-paths';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { UNWATCHED } from '../../src/core/job';
import { philox4x32 } from '../../src/core/random/philox';
import { philoxNumbers } from '../../src/core/random/philox-numbers';
import { moments } from '../../src/metrics/moments';
import { gbmExpectation, writeGbm } from '../../src/research/monte-carlo/gbm';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);
const RULE = { mean: 0.0002, deviation: 0.01 };

describe('paths of a geometric Brownian motion on wasm', () => {
  it.each([
    [0, 0, 0, 0],
    [1_000_000, 62, 0, 2026],
    [4_294_967_292, 4_294_967_295, 4_294_967_295, Number.MAX_SAFE_INTEGER],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x299f31d0 * 2 ** 20 + 77],
  ])(
    'draw the random words of the twin: path %d, block %d, stream %d, seed %d',
    async (first, block, stream, seed) => {
      const instance = await instantiateKernels(await kernels);
      const at = instance.kernels.heapBase();
      const [low, high] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
      instance.kernels.philoxWords(first, block, stream, low, high, at);
      const found = new Uint32Array(instance.memory.buffer, at, 16);
      for (let lane = 0; lane < 4; lane++) {
        const words = Uint32Array.of(first + lane, block, stream, 0);
        philox4x32(words, low, high, words);
        expect([0, 1, 2, 3].map((word) => found[4 * word + lane])).toEqual([...words]);
      }
    },
  );

  it.each([1, 2, 3, 4, 7, 252])('are the twin’s over %i steps, within rounding', async (steps) => {
    const paths = 1003;
    const { growth, fall } = await gbmOnWasm(await kernels, RULE, { paths, steps, seed: 99 }, UNWATCHED);
    const numbers = philoxNumbers(99);
    const out: Column = new Float64Array(steps);
    const ends: number[] = [];
    const falls: number[] = [];
    for (let path = 0; path < paths; path++) {
      writeGbm(RULE, numbers, path, out);
      let [peak, deepest] = [0, 0];
      for (const value of out) {
        peak = Math.max(peak, value);
        deepest = Math.max(deepest, peak - value);
      }
      ends.push(out[steps - 1]!);
      falls.push(deepest);
    }
    expect(growth).toMatchColumn(ends, { atol: 1e-5 });
    expect(fall).toMatchColumn(falls, { atol: 1e-5 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'have the means and variances of the closed form, seed %i',
    async (seed) => {
      const [paths, steps] = [40_000, 100];
      const { growth } = await gbmOnWasm(await kernels, RULE, { paths, steps, seed }, UNWATCHED);
      const logs: Column = Float64Array.from(growth);
      const error = RULE.deviation * Math.sqrt(steps / paths);
      const { mean, deviation } = moments(logs);
      expect(Math.abs(mean - steps * RULE.mean)).toBeLessThan(4 * error);
      expect(Math.abs(deviation ** 2 / (steps * RULE.deviation ** 2) - 1)).toBeLessThan(
        4 * Math.sqrt(2 / paths),
      );
      const factors = moments(logs.map(Math.exp));
      expect(Math.abs(factors.mean - gbmExpectation(RULE, steps))).toBeLessThan(
        (4 * factors.deviation) / Math.sqrt(paths),
      );
    },
  );

  it.each([{ paths: 0 }, { steps: 0 }, { seed: -1 }])('refuse %j', async (wrong) => {
    const request = { paths: 10, steps: 10, seed: 1, ...wrong };
    await expect(gbmOnWasm(await kernels, RULE, request, UNWATCHED)).rejects.toMatchObject({
      code: 'parameter_out_of_range',
    });
  });
});
