import { UNWATCHED } from '../../src/core/job';
import { openBackend } from '../../src/compute/registry';
import { measuredDevice } from './gpu-rates';
import { indicatorTimes } from './indicator-times';
import { grid, syntheticGrid } from './sweep-grid';

/** What a page measured of one backend. */
export interface Measured {
  readonly kind: 'wasm' | 'webgpu';
  readonly detail: string;
  /** Median of three runs, or null with the reason in `detail`. */
  readonly ms: number | null;
}

const RUNS = 3;

/** The sweep of 2,500 pairs on WASM and WebGPU of the browser that this runs in. */
export async function measure(kernels: string): Promise<readonly Measured[]> {
  const loadKernels = (): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(kernels));
  const sweep = grid();
  const measured: Measured[] = [];
  for (const kind of ['wasm', 'webgpu'] as const) {
    try {
      const { backend } = await openBackend({ loadKernels, gpu: navigator.gpu }, kind);
      await backend.sweepTwoAverages(sweep, UNWATCHED);
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const startedAt = performance.now();
        await backend.sweepTwoAverages(sweep, UNWATCHED);
        times.push(performance.now() - startedAt);
      }
      times.sort((a, b) => a - b);
      measured.push({ kind, detail: backend.detail, ms: times[RUNS >> 1] ?? null });
      backend.close();
    } catch (e) {
      measured.push({ kind, detail: e instanceof Error ? e.message : String(e), ms: null });
    }
  }
  return measured;
}

/** A sweep of two averages over synthetic bars: so many fast averages from 5 on, and slow ones after them. */
export interface LargeSweep {
  readonly bars: number;
  readonly fast: number;
  readonly slow: number;
}

/** Seconds that the sweep takes the kernels of the GPU of this browser, averages and ranks included. */
export async function measureLarge(kernels: string, { bars, fast, slow }: LargeSweep): Promise<number> {
  const loadKernels = (): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(kernels));
  const { backend } = await openBackend({ loadKernels, gpu: navigator.gpu }, 'webgpu');
  const startedAt = performance.now();
  const sweep = syntheticGrid(bars, { count: fast, from: 5 }, { count: slow, from: 5 + fast });
  const outcome = await backend.sweepTwoAverages(sweep, UNWATCHED);
  const seconds = (performance.now() - startedAt) / 1000;
  if (outcome.finalEquity.some(Number.isNaN)) throw new Error('the sweep left pairs without a result');
  backend.close();
  return seconds;
}

/** The GPU of this browser and what copies on it move, in words; null where there is none. */
export const measureCopies = async (): Promise<string | null> =>
  navigator.gpu ? ((await measuredDevice(navigator.gpu))?.words ?? null) : null;

/** Nanoseconds a bar of each function, as `indicatorTimes` says. */
export const measureIndicators = async (kernels: string): Promise<Record<string, number>> =>
  indicatorTimes(await WebAssembly.compileStreaming(fetch(kernels)));
