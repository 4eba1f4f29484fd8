import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { INDICATORS } from '../../src/indicators/catalogue';
import { inputsOf } from '../conformance/series';
import { loadKernels } from './kernels';
import { median, nanoseconds, table } from './timing';

const LENGTHS = [10_000, 1_000_000];
const RUNS = [60, 5];

/**
 * Every indicator that has a graph at its defaults, one thread: WASM with columns in its memory, and the twin.
 *
 * @param print  receives the table, a line a call
 */
export async function run(print: (line: string) => void): Promise<void> {
  const instance = await instantiateKernels(await loadKernels());
  const rows: string[][] = [['indicator', 'wasm 10k', 'wasm 1M', 'twin 10k', 'ns/bar']];
  for (const indicator of INDICATORS.filter(({ graph }) => graph)) {
    const params = indicator.params.map((param) => param.default);
    const call = { indicator, inputs: indicator.inputs.map((_, k) => k), params };
    const wasm = LENGTHS.map((length, k) => {
      const prepared = new IndicatorTable(instance, inputsOf(indicator, length, 11)).prepare([call]);
      return median(nanoseconds(RUNS[k]!, () => prepared.run())) / length;
    });
    const inputs: Column[] = inputsOf(indicator, 10_000, 11);
    const twin = median(nanoseconds(5, () => batch(indicator, inputs, params))) / 10_000;
    rows.push([indicator.name, ...wasm.map((x) => x.toFixed(2)), twin.toFixed(1), '']);
  }
  table(rows).forEach(print);
}
