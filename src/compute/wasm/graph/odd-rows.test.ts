import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { Arena } from '../arena';
import { instantiateKernels } from '../kernels';
import { oddRows } from './odd-rows';

const kernels = readFile(new URL('../../../../build/wasm/kernels.wasm', import.meta.url));

it('finds the same odd rows by kernel and in JavaScript', async () => {
  const { kernels: exports, memory } = await instantiateKernels(await WebAssembly.compile(await kernels));
  const arena = new Arena(memory, exports.heapBase());
  for (const rows of [0, 1, 7, 8, 9, 40]) {
    const address = arena.take(rows);
    for (const odd of [NaN, Infinity, -Infinity, 1e100, -1e200, 9e99]) {
      for (let row = 0; row <= rows; row++) {
        const column = arena.numbers(address, rows);
        column.fill(9e99);
        if (row < rows) column[row] = odd;
        const next = (from: number): number => exports.nextOddRow(address, from, rows);
        expect(oddRows(column, next)).toEqual(oddRows(column));
      }
    }
  }
});
