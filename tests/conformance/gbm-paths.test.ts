import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { gbmOnWasm } from '../../src/compute/wasm/gbm-paths';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import { UNWATCHED } from '../../src/core/job';
import { philox4x32 } from '../../src/core/random/philox';
import { gbmCases } from './gbm-cases';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

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

  gbmCases(async (rule, request) => gbmOnWasm(await kernels, rule, request, UNWATCHED), 40_000);
});
