import type { KernelBackend, TwoAverageSweep } from '../../src/core/backend';
import { UNWATCHED } from '../../src/core/job';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { loadKernels } from './kernels';
import { grid } from './sweep-grid';
import { elapsed, median, table } from './timing';

/**
 * 2,500 pairs of averages on the S&P 500 sample, one thread: the twin and the WASM kernel, and
 * whether they found the same.
 *
 * @param print  receives the table, a line a call
 */
export async function run(print: (line: string) => void): Promise<void> {
  const sweep = grid();
  const cpu = createCpuBackend();
  const wasm = await createWasmBackend(await loadKernels());
  const [cpuTime, wasmTime] = [await timeOf(cpu, sweep, 3), await timeOf(wasm, sweep, 9)];
  table([
    ['backend', 'ms', 'ns per bar per lane', 'against cpu'],
    line('cpu', cpuTime, sweep, cpuTime),
    line('wasm', wasmTime, sweep, cpuTime),
  ]).forEach(print);
  const twin = await cpu.sweepTwoAverages(sweep, UNWATCHED);
  const fast = await wasm.sweepTwoAverages(sweep, UNWATCHED);
  const equal = twin.finalEquity.filter((x, lane) => x === fast.finalEquity[lane]).length;
  print(`final equity equal to the bit on ${equal} of ${twin.finalEquity.length} lanes`);
}

/** Median nanoseconds of a sweep, after one that is not counted. */
export async function timeOf(backend: KernelBackend, sweep: TwoAverageSweep, runs: number): Promise<number> {
  const sweepOnce = () => backend.sweepTwoAverages(sweep, UNWATCHED);
  await sweepOnce();
  const times = [];
  for (let k = 0; k < runs; k++) times.push(await elapsed(sweepOnce));
  return median(times);
}

/** One row of the table. */
export function line(name: string, time: number, sweep: TwoAverageSweep, baseline: number): string[] {
  const laneBars = (sweep.pairs.length / 2) * sweep.close.length;
  return [name, (time / 1e6).toFixed(1), (time / laneBars).toFixed(2), `${(baseline / time).toFixed(1)}x`];
}
