import { readFile } from 'node:fs/promises';
import { describe } from 'vitest';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { batchCases } from './batch-cases';
import { indicatorCases } from './indicator-cases';
import { defaultsOnly, parameterSets } from './parameter-sets';
import { sweepCases } from './sweep-cases';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

describe.each([
  { name: 'cpu', open: async () => createCpuBackend(), sets: defaultsOnly },
  { name: 'wasm', open: async () => createWasmBackend(await kernels), sets: parameterSets },
])('$name in Node', ({ open, sets }) => {
  indicatorCases(open, sets);
  batchCases(open, sets);
  sweepCases(open);
});
