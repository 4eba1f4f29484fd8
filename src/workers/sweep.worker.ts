import { intervalOf } from '../core/interval';
import './trusted-types';
import * as Comlink from 'comlink';
import kernelsUrl from '@kernels.wasm?url';
import { barCount, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { BackendKind, KernelBackend } from '../core/backend';
import type { DatasetManifest } from '../core/dataset';
import { openBackend, type OpenedBackend } from '../compute/registry';
import { columnsFor } from '../research/columns-for';
import { laneReason } from '../research/lane-runner';
import { toBacktabError } from '../core/errors';
import { figuresOf, type ScreenTool } from '../research/sweep';
import { DEFAULT_MEMORY } from '../research/sweep/limits';
import type { SweepAxis } from '../research/outcome';
import { SHARPE } from '../research/sweep/objective-spec';
import { rowRunners, sharedOf } from '../research/sweep/row-runner';
import { screenKind } from '../research/sweep/screen';
import { GRID } from '../research/sweep/search-spec';
import { sweepKey } from '../research/sweep/sweep-key';
import type { RowRunner } from '../research/sweep/trial-rows';
import { trialSpace } from '../research/sweep/trial-space';
import { VALIDATION_DEFAULTS } from '../research/validation/options';
import { validationSeconds } from '../research/validation/validation-work';
import { compileOrThrow } from '../script/plan-or-throw';
import { sweepProgram } from '../script/sweep-program';
import { installErrorTransfer } from './boundary';
import { byPool } from './by-pool';
import { coreCount } from './core-count';
import { ValidationPool } from './validation-pool';
import type { ValidationAnswer } from './validation-protocol';
import { Jobs } from './jobs';
import { RowPool } from './row-pool';
import { checkedSettings } from './settings-schema';
import { sweepJob } from './sweep-job';
import type { SweepStore } from './sweep-store';
import type { ComputeInfo, OnProgress, ShaderAnswer, SweepAnswer, SweepRequest } from './protocol';
import { conditionMistake, objectiveMistake, rowsWhere } from './trial-formulas';

const workers = coreCount();

const jobs = new Jobs();
/** Its code and the database are opened while the first sweep is prepared. */
let store: Promise<SweepStore> | null = null;
const sweepStore = (): Promise<SweepStore> =>
  (store ??= import('./sweep-store').then((module) => new module.SweepStore()));
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
        backend: backend.kind === 'cpu' ? 'cpu' : 'wasm',
        capacity: memory / 2 / workers,
      });
      const run = screenOf(work, axes, backend, pool.runner('screen'));
      const screen: ScreenTool = { kind: backend.kind, precision: backend.precision, run };
      const journal = await (await sweepStore()).journal(sweepKey(source, work), request);
      const result = await sweepJob(work, { screen, pool, journal }, running);
      const elapsedMs = performance.now() - startedAt;
      const { failure } = journal;
      const size = { settings: result.run, bars: barCount(bars), byLanes: laneReason(work) === null };
      return {
        request,
        outcome: { ...result, backend: wordsOf(backend, probes), elapsedMs },
        unkept: failure === null ? null : toBacktabError(failure).message,
        validationSeconds: validationSeconds(size, VALIDATION_DEFAULTS, workers),
      };
    }),

  /** The code that writes shaders is read when it is first asked for. */
  async shader(request: SweepRequest, manifest: DatasetManifest, bars: Bars): Promise<ShaderAnswer> {
    const work = setupOf(request, manifest, bars);
    const { axes } = trialSpace(work.plan, request.axes, request.constraint ?? null);
    const capacity = work.memory / 4;
    const columns = columnsFor(work, bars, capacity);
    const kind = screenKind({ ...work, axes, figures: figuresOf(work.objectives), columns, capacity });
    if ('reason' in kind) return kind;
    const { laneShader, twoAverageShader } = await import('../compute/webgpu/screen-shader');
    if (kind.kernels === 'two-average') return twoAverageShader();
    const names = axes.map(({ name }) => name);
    const lowered = sweepProgram(work.plan, names, work.parameters);
    if (lowered.program === null) return { reason: lowered.reason };
    const settings = { ...work.plan.settings, ...work.settings };
    return laneShader({ settings, program: lowered.program });
  },

  kept: async () => (await sweepStore()).kept(),
  forget: async (id: string) => (await sweepStore()).forget(id),

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
    places: Float64Array,
    job: number,
    onProgress: OnProgress,
  ): Promise<ValidationAnswer> =>
    jobs.run(job, 'The validation', onProgress, async (running) => {
      const startedAt = performance.now();
      const { validate } = await import('../research/validation/validate');
      const setup = setupOf(request, manifest, bars);
      const { source, axes } = request;
      const { parameters, settings, instrument } = setup;
      const names = axes?.map(({ name }) => name) ?? [];
      const timing = intervalOf(manifest);
      const pool = new ValidationPool(workers, {
        source,
        names,
        parameters,
        bars,
        instrument,
        settings,
        ...timing,
      });
      const found = await byPool(pool, running, () => validate({ ...setup, axes, places }, pool, running));
      return { ...found, elapsedMs: performance.now() - startedAt };
    }),

  cancel: (job: number): void => jobs.cancel(job),
  pause: (job: number): void => jobs.pause(job),
  resume: (job: number): void => jobs.resume(job),
};

/** Workers screen; a GPU from this thread, and where it fails for good, the workers take over with the next part. */
function screenOf(
  work: ReturnType<typeof setupOf>,
  axes: readonly SweepAxis[],
  backend: KernelBackend,
  onWorkers: RowRunner,
): RowRunner {
  if (backend.kind !== 'webgpu') return onWorkers;
  const figures = figuresOf(work.objectives);
  const onGpu = rowRunners({ ...work, axes, figures }, backend, work.memory / 4).screen;
  return (places, bars, job) => (backend.kind === 'webgpu' ? onGpu : onWorkers)(places, bars, job);
}

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
