import { intervalOf } from '../core/interval';
import './trusted-types';
import * as Comlink from 'comlink';
import kernelsUrl from '@kernels.wasm?url';
import { barCount, type Bars } from '../core/bars';
import type { BackendKind, KernelBackend } from '../core/backend';
import type { DatasetManifest } from '../core/dataset';
import { openBackend, type OpenedBackend } from '../compute/registry';
import { runSweep } from '../research/sweep';
import { sweepPlan } from '../research/sweep-plan';
import { laneReason } from '../research/lane-runner';
import { VALIDATION_DEFAULTS } from '../research/validation/options';
import { validationSeconds } from '../research/validation/validation-work';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import { CellPool } from './cell-pool';
import { coreCount } from './core-count';
import { ValidationPool } from './validation-pool';
import type { ValidationAnswer } from './validation-protocol';
import { Jobs } from './jobs';
import { checkedSettings } from './settings-schema';
import type { ComputeInfo, OnProgress, SweepAnswer, SweepRequest } from './protocol';

const workers = coreCount();

const jobs = new Jobs();
const opened = new Map<BackendKind | 'auto', Promise<OpenedBackend>>();

const service = {
  async info(): Promise<ComputeInfo> {
    const { backend, probes } = await backendFor('auto');
    return { probes, chosen: backend.kind, workers, words: wordsOf(backend, probes) };
  },

  sweep: (
    request: SweepRequest,
    manifest: DatasetManifest,
    bars: Bars,
    job: number,
    onProgress: OnProgress,
  ): Promise<SweepAnswer> =>
    jobs.run(job, 'The sweep', onProgress, async (running) => {
      const startedAt = performance.now();
      const plan = compileOrThrow(request.source);
      const { instrument } = manifest;
      const parameters = Object.fromEntries(
        plan.params.map((p) => [p.name, request.parameters[p.name] ?? p.default]),
      );
      const settings = checkedSettings(request.settings);
      const names = sweepPlan(plan, request.axes).axes.map((axis) => axis.name);
      const { backend, probes } = await backendFor(request.backend);
      const pool = new CellPool(workers, {
        source: request.source,
        names,
        parameters,
        bars,
        instrument,
        ...intervalOf(manifest),
        settings,
      });
      try {
        const { axes, triesBefore } = request;
        const result = await runSweep(
          { plan, parameters, bars, instrument, ...intervalOf(manifest), settings, axes, triesBefore },
          backend,
          pool.run,
          running,
          undefined,
          pool.runByLanes,
        );
        const elapsedMs = performance.now() - startedAt;
        const size = {
          settings: result.run,
          bars: barCount(bars),
          byLanes: laneReason({ plan, settings, bars }) === null,
        };
        return {
          request,
          outcome: { ...result, backend: wordsOf(backend, probes), elapsedMs },
          validationSeconds: validationSeconds(size, VALIDATION_DEFAULTS, workers),
        };
      } finally {
        pool.close();
      }
    }),

  /** The code of the methods is read when they are first asked for. */
  validate: (
    request: SweepRequest,
    manifest: DatasetManifest,
    bars: Bars,
    job: number,
    onProgress: OnProgress,
  ): Promise<ValidationAnswer> =>
    jobs.run(job, 'The validation', onProgress, async (running) => {
      const startedAt = performance.now();
      const { validate } = await import('../research/validation/validate');
      const { axes, triesBefore, source, parameters } = request;
      const { instrument } = manifest;
      const plan = compileOrThrow(source);
      const settings = checkedSettings(request.settings);
      const timing = intervalOf(manifest);
      const common = { parameters, bars, instrument, ...timing, settings };
      const names = axes?.map(({ name }) => name) ?? [];
      const pool = new ValidationPool(workers, { ...common, source, names });
      running.signal.addEventListener('abort', () => pool.close());
      try {
        const found = await validate({ ...common, plan, axes, triesBefore }, pool, running);
        return { ...found, elapsedMs: performance.now() - startedAt };
      } finally {
        pool.close();
      }
    }),

  cancel: (job: number): void => jobs.cancel(job),
};

/** Opened once each; a failed opening is tried again. */
function backendFor(choice: BackendKind | 'auto'): Promise<OpenedBackend> {
  const known = opened.get(choice);
  if (known) return known;
  const loadKernels = (): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(kernelsUrl));
  const opening = openBackend({ loadKernels, gpu: navigator.gpu }, choice);
  opened.set(choice, opening);
  opening.catch(() => opened.delete(choice));
  return opening;
}

/** As `WASM SIMD, 2 workers. No GPU on this device`. */
function wordsOf(backend: KernelBackend, probes: OpenedBackend['probes']): string {
  const reasons = probes.filter((probe) => !probe.available).map((probe) => probe.detail);
  const count = `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  return [`${backend.detail}, ${count}`, ...reasons].join('. ');
}

export type SweepService = typeof service;

installErrorTransfer();
Comlink.expose(service);
