import type { IndicatorKernel } from '../../src/core/backend';
import { Arena } from '../../src/compute/wasm/arena';
import { indicatorOf } from '../../src/compute/indicator-of';
import { INDICATOR_CALLS } from '../../src/compute/wasm/indicators';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import { batch } from '../../src/indicators/batch';
import { walk } from '../conformance/data';
import { loadKernels } from './kernels';
import { median, nanoseconds, table } from './timing';

const BARS = 1_000_000;
const RUNS = 9;
/** The settings of the measured baselines: TA-Lib's defaults, and 20 bars where a window is usual. */
const REQUESTS: readonly [IndicatorKernel, readonly number[]][] = [
  ['sma', [30]],
  ['ema', [30]],
  ['rsi', [14]],
  ['macd', [12, 26, 9]],
  ['bbands', [20, 2, 2, 0]],
  ['bbands', [5, 2, 2, 0]],
  ['atr', [14]],
];

/**
 * Six indicators on 1M bars, one thread: the WASM kernel with columns in its memory, and the twin.
 *
 * @param print  receives the table, a line a call
 */
export async function run(print: (line: string) => void): Promise<void> {
  const { kernels, memory } = await instantiateKernels(await loadKernels());
  const bars = walk(BARS, 11);
  const rows: string[][] = [['indicator', 'wasm ns/bar', 'twin ns/bar', 'twin / wasm']];
  for (const [kernel, params] of REQUESTS) {
    const indicator = indicatorOf(kernel);
    const inputs = kernel === 'atr' ? [bars.high, bars.low, bars.close] : [bars.close];
    const call = INDICATOR_CALLS[kernel];
    const arena = new Arena(memory, kernels.heapBase());
    const inputsAt = inputs.map(() => arena.take(BARS));
    const outputs = indicator.outputs.map(() => arena.take(BARS));
    const scratch = arena.take(call.scratch(params));
    inputs.forEach((input, k) => arena.numbers(inputsAt[k] ?? 0, BARS).set(input));
    const addresses = { inputs: inputsAt, outputs, scratch, length: BARS };
    const wasm = median(nanoseconds(RUNS, () => call.run(kernels, addresses, params))) / BARS;
    const twin = median(nanoseconds(3, () => batch(indicator, inputs, params))) / BARS;
    rows.push([
      `${kernel}(${params.join(', ')})`,
      wasm.toFixed(2),
      twin.toFixed(2),
      (twin / wasm).toFixed(1),
    ]);
  }
  table(rows).forEach(print);
}
