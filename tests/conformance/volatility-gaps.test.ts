import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import { batch } from '../../src/indicators/batch';
import { VOLATILITY } from '../../src/indicators/volatility/all';
import { inputsOf } from './series';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then(async (bytes) =>
  instantiateKernels(await WebAssembly.compile(bytes)),
);

const ROWS = 600;

/** Rows of prices that have no logarithm, alone and side by side. */
const GAPS: readonly (readonly [number, number])[] = [
  [0, -1],
  [100, 0],
  [160, -37.6],
  [161, -5],
  [299, 0],
  [300, 1e-320],
];

it.each(VOLATILITY.filter(({ graph }) => graph).map((indicator) => ({ name: indicator.name, indicator })))(
  '$name is defined where its twin is, whatever the signs of prices',
  async ({ indicator }) => {
    const inputs = inputsOf(indicator, ROWS, 21);
    for (const [row, price] of GAPS) for (const column of inputs) column[row] = price;
    const params = indicator.params.map((param) => param.default);
    const columns = inputs.map((_, k) => k);
    const prepared = new IndicatorTable(await kernels, inputs).prepare([
      { indicator, inputs: columns, params },
    ]);
    prepared.run();
    prepared.outputs()[0]!.forEach((actual, k) => {
      const twin = batch(indicator, inputs, params)[k]!;
      const size = Math.max(0, ...twin.filter(Number.isFinite).map(Math.abs));
      expect(actual).toMatchColumn(twin, { rtol: 0, atol: 1e-12 * size });
    });
  },
);
