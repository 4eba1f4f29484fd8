import * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import kernelsUrl from '@kernels.wasm?url';
import type { BackendKind } from '../core/backend';
import { openBackend } from '../compute/registry';
import { rowRunners, type Route, type RowSetup } from '../research/sweep/row-runner';
import { buffersOf, type RowRunner, type TrialRows } from '../research/sweep/trial-rows';
import { compile } from '../script/compile';
import { installErrorTransfer } from './boundary';

/** What every setting of a sweep shares. */
export interface RowWork extends Omit<RowSetup, 'plan'> {
  readonly source: string;
  /** What screens; the GPU is for one thread only. */
  readonly backend: Exclude<BackendKind, 'webgpu'>;
  /** Bytes of computed columns that the worker keeps. */
  readonly capacity: number;
}

let runners: Readonly<Record<Route, RowRunner>> | null = null;

const service = {
  /** Takes the script and the bars that later settings are run with. */
  async load({ source, backend, capacity, ...work }: RowWork): Promise<void> {
    const { plan } = compile(source);
    if (!plan) return;
    const loadKernels = (): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(kernelsUrl));
    const opened = await openBackend({ loadKernels, gpu: undefined }, backend);
    runners = rowRunners({ ...work, plan }, opened.backend, capacity);
  },

  /** Runs settings, in order. */
  async run(places: Float64Array, bars: number, route: Route): Promise<TrialRows> {
    if (!runners)
      throw new BacktabError('internal', { detail: 'a worker was given settings before a script' });
    const rows = await runners[route](places, bars);
    return Comlink.transfer(rows, buffersOf(rows));
  },
};

export type RowService = typeof service;

installErrorTransfer();
Comlink.expose(service);
