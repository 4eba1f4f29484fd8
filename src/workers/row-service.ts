import * as Comlink from 'comlink';
import { openBackend } from '../compute/registry';
import type { BackendKind } from '../core/backend';
import { BacktabError } from '../core/errors';
import { rowRunners, type Route, type RowSetup } from '../research/sweep/row-runner';
import { buffersOf, type RowRunner, type TrialRows } from '../research/sweep/trial-rows';
import { compile } from '../script/compile';

/** What every setting of a sweep shares. */
export interface RowWork extends Omit<RowSetup, 'plan'> {
  readonly source: string;
  /** What screens; the GPU is for one thread only. */
  readonly backend: Exclude<BackendKind, 'webgpu'>;
  /** Bytes of computed columns that the worker keeps. */
  readonly capacity: number;
}

/** What a worker does for a sweep. */
export interface RowService {
  /** Takes the script and the bars that later settings are run with. */
  load(work: RowWork): Promise<void>;
  /** Runs settings, in order. */
  run(places: Float64Array, bars: number, route: Route): Promise<TrialRows>;
}

/** @param loadKernels  fetches and compiles `build/wasm/kernels.wasm` */
export function rowService(loadKernels: () => Promise<WebAssembly.Module>): RowService {
  let runners: Readonly<Record<Route, RowRunner>> | null = null;
  return {
    async load({ source, backend, capacity, ...work }) {
      const { plan } = compile(source);
      if (!plan) return;
      const opened = await openBackend({ loadKernels, gpu: undefined }, backend);
      runners = rowRunners({ ...work, plan }, opened.backend, capacity);
    },

    async run(places, bars, route) {
      if (!runners)
        throw new BacktabError('internal', { detail: 'a worker was given settings before a script' });
      const rows = await runners[route](places, bars);
      return Comlink.transfer(rows, buffersOf(rows));
    },
  };
}
