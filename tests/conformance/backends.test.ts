import { readFile } from 'node:fs/promises';
import { describe } from 'vitest';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { batchCases } from './batch-cases';
import { indicatorCases } from './indicator-cases';
import { sweepCases } from './sweep-cases';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

describe.each([
  { name: 'cpu', open: async () => createCpuBackend() },
  { name: 'wasm', open: async () => createWasmBackend(await kernels) },
])('$name in Node', ({ open }) => {
  indicatorCases(open);
  batchCases(open);
  sweepCases(open);
});
