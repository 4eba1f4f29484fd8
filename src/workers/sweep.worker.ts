import { intervalOf } from '../core/interval';
import './trusted-types';
import * as Comlink from 'comlink';
import kernelsUrl from '@kernels.wasm?url';
import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { BackendKind, KernelBackend } from '../core/backend';
import type { DatasetManifest } from '../core/dataset';
import { openBackend, type OpenedBackend } from '../compute/registry';
import { toBacktabError } from '../core/errors';
import { figuresOf, runSweep } from '../research/sweep';
import { DEFAULT_MEMORY } from '../research/sweep/limits';
import { SHARPE } from '../research/sweep/objective-spec';
import { sharedOf } from '../research/sweep/row-runner';
import { GRID } from '../research/sweep/search-spec';
import { sweepKey } from '../research/sweep/sweep-key';
import { trialSpace } from '../research/sweep/trial-space';
import type { Validation } from '../research/validation/validate';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import { Jobs } from './jobs';
import { RowPool } from './row-pool';
import { checkedSettings } from './settings-schema';
import { SweepStore } from './sweep-store';
import type { ComputeInfo, OnProgress, SweepAnswer, SweepRequest } from './protocol';
import { conditionMistake, objectiveMistake, rowsWhere } from './trial-formulas';

const MOST_WORKERS = 8;
const workers = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));

const jobs = new Jobs();
const store = new SweepStore();
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
      const work = setupOf(request, manifest, bars);
      const { backend, probes } = await backendFor(request.backend);
      const { axes } = trialSpace(work.plan, request.axes, request.constraint ?? null);
      const { source, memory = DEFAULT_MEMORY } = request;
      const pool = new RowPool(workers, {
        ...sharedOf({ ...work, axes, figures: figuresOf(request.objectives) }),
        source,
        capacity: memory / 2 / workers,
      });
      const journal = await store.journal(sweepKey(source, work), request);
      try {
        const result = await runSweep(
          work,
          { backend, exact: pool.runner('exact'), lanes: pool.runner('lane'), journal },
          {
            checkpoint(done, total) {
              journal.tell(done, total);
              return running.checkpoint(done, total);
            },
          },
        );
        await journal.finish();
        const elapsedMs = performance.now() - startedAt;
        const outcome = { ...result, backend: wordsOf(backend, probes), elapsedMs };
        const { failure } = journal;
        return { request, outcome, unkept: failure === null ? null : toBacktabError(failure).message };
      } catch (e) {
        if (toBacktabError(e).code === 'cancelled') await journal.discard();
        throw e;
      } finally {
        journal.close();
        pool.close();
      }
    }),

  kept: () => store.kept(),
  forget: (id: string) => store.forget(id),

  conditionMistake,
  objectiveMistake,
  rowsWhere: (condition: string, columns: Readonly<Record<string, Column>>): Uint32Array<ArrayBuffer> => {
    const rows = rowsWhere(condition, columns);
    return Comlink.transfer(rows, [rows.buffer]);
  },

  /** The code of the methods is read when they are first asked for. */
  validate: (
    request: SweepRequest,
    manifest: DatasetManifest,
    bars: Bars,
    job: number,
    onProgress: OnProgress,
  ): Promise<Validation> =>
    jobs.run(job, 'The validation', onProgress, async (running) => {
      const { validate } = await import('../research/validation/validate');
      return validate(setupOf(request, manifest, bars), null, running);
    }),

  cancel: (job: number): void => jobs.cancel(job),
  pause: (job: number): void => jobs.pause(job),
  resume: (job: number): void => jobs.resume(job),
};

/** What a sweep or its validation is asked in the terms of research. */
function setupOf(request: SweepRequest, manifest: DatasetManifest, bars: Bars) {
  const { axes, constraint = null, memory = DEFAULT_MEMORY, triesBefore } = request;
  const plan = compileOrThrow(request.source);
  const parameters = Object.fromEntries(
    plan.params.map((p) => [p.name, request.parameters[p.name] ?? p.default]),
  );
  const settings = checkedSettings(request.settings);
  const { search = GRID, objectives = [SHARPE] } = request;
  const { instrument } = manifest;
  const timing = intervalOf(manifest);
  return {
    plan,
    parameters,
    bars,
    instrument,
    ...timing,
    settings,
    axes,
    constraint,
    memory,
    objectives,
    search,
    triesBefore,
  };
}

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
