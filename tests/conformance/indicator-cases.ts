import { describe, expect, it } from 'vitest';
import type { IndicatorKernel, KernelBackend } from '../../src/core/backend';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { indicatorOf } from '../../src/compute/indicator-of';
import { walk } from './data';

const PARAMS: Record<IndicatorKernel, number[][]> = {
  sma: [[1], [2], [5], [7], [8], [20], [33], [200]],
  ema: [[1], [2], [12], [30], [200]],
  rsi: [[2], [3], [14], [50]],
  macd: [
    [12, 26, 9],
    [2, 3, 1],
    [26, 12, 9],
    [5, 40, 3],
  ],
  bbands: [
    [2, 1, 3, 0],
    [3, 2, 2, 0],
    [5, 2, 2, 0],
    [20, 2, 2, 0],
    [21, -1, 0.5, 0],
    [150, 2, 2, 0],
    [20, 2, 2, 1],
  ],
  atr: [[1], [2], [14], [50]],
};
const CASES = Object.entries(PARAMS).flatMap(([name, params]) =>
  params.map((values) => ({ kernel: name as IndicatorKernel, params: values })),
);

/** Lengths around the ends of vectors, groups and blocks. */
const LENGTHS = [0, 1, 2, 3, 4, 5, 8, 13, 31, 64, 257];

function inputsOf(kernel: IndicatorKernel, rows: number): Column[] {
  const { high, low, close } = walk(rows, 3);
  return kernel === 'atr' ? [high, low, close] : [close];
}

/** What every backend's indicators must do, whatever computes them. */
export function indicatorCases(open: () => Promise<KernelBackend>): void {
  describe.each(CASES)('$kernel $params', ({ kernel, params }) => {
    it('agrees with its twin at every length', async () => {
      const backend = await open();
      for (const rows of [...LENGTHS, 1500]) {
        const inputs = inputsOf(kernel, rows);
        const actual = await backend.indicator(kernel, inputs, params);
        const twin = batch(indicatorOf(kernel), inputs, params);
        expect(actual.length).toBe(twin.length);
        // Prices are near 100: the absolute part is rtol 1e-12 of the averages that a difference is made of.
        actual.forEach((column, k) => expect(column).toMatchColumn(twin[k]!, { rtol: 1e-12, atol: 1e-10 }));
      }
      backend.close();
    });

    it('gives the same bits whatever follows', async () => {
      const backend = await open();
      const inputs = inputsOf(kernel, 260);
      const whole = await backend.indicator(kernel, inputs, params);
      for (let rows = 0; rows <= 260; rows++) {
        const part = await backend.indicator(
          kernel,
          inputs.map((column) => column.slice(0, rows)),
          params,
        );
        expect(part).toEqual(whole.map((column) => column.slice(0, rows)));
      }
      backend.close();
    });

    it('treats NaN as its twin does', async () => {
      const backend = await open();
      for (const holes of [[0, 1, 2], [0, 90], [41], [40, 41, 42, 43, 60], [99]]) {
        const inputs = inputsOf(kernel, 120);
        for (const hole of holes) inputs[hole % inputs.length]![hole] = NaN;
        const actual = await backend.indicator(kernel, inputs, params);
        const twin = batch(indicatorOf(kernel), inputs, params);
        actual.forEach((column, k) => expect(column).toMatchColumn(twin[k]!, { rtol: 1e-12, atol: 1e-10 }));
      }
      backend.close();
    });

    it('settles on flat data as its twin does', async () => {
      const backend = await open();
      const inputs = inputsOf(kernel, 200);
      for (const column of inputs) column.fill(101.7, 60);
      const actual = await backend.indicator(kernel, inputs, params);
      const twin = batch(indicatorOf(kernel), inputs, params);
      actual.forEach((column, k) => expect(column).toMatchColumn(twin[k]!, { rtol: 1e-12, atol: 1e-10 }));
      backend.close();
    });
  });

  it('refuses bad parameters and columns', async () => {
    const backend = await open();
    const close = new Float64Array(9);
    await expect(backend.indicator('rsi', [close], [1])).rejects.toMatchObject({
      code: 'parameter_out_of_range',
    });
    await expect(backend.indicator('sma', [close], [])).rejects.toMatchObject({ code: 'length_mismatch' });
    await expect(backend.indicator('sma', [], [3])).rejects.toMatchObject({ code: 'length_mismatch' });
    const uneven = [close, close, new Float64Array(8)];
    await expect(backend.indicator('atr', uneven, [3])).rejects.toMatchObject({ code: 'length_mismatch' });
    backend.close();
  });
}
