import type { Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { DatasetManifest } from '../core/dataset';
import { door, installErrorTransfer } from './boundary';
import type { ValidationAnswer } from './validation-protocol';
import type {
  ComputeInfo,
  KeptSweep,
  OnProgress,
  ShaderAnswer,
  SweepAnswer,
  SweepRequest,
  Task,
} from './protocol';
import type { SweepService } from './sweep.worker';
import { startTask } from './task';

installErrorTransfer();

const sweeps = door<SweepService>(
  'sweep',
  () => new Worker(new URL('./sweep.worker.ts', import.meta.url), { type: 'module', name: 'sweep' }),
);

/** What this device can compute with, and what is used. */
export const computeInfo = (): Promise<ComputeInfo> => sweeps.call((service) => service.info());

/**
 * Runs a script over a grid of parameters. Units of progress are settings.
 *
 * @throws BacktabError `sweep_too_large` | `script_invalid` | `cancelled` | `worker_lost`
 */
export const startSweep = (
  request: SweepRequest,
  manifest: DatasetManifest,
  bars: Bars,
  onProgress?: OnProgress,
): Task<SweepAnswer> =>
  startTask(sweeps, (service, job, tell) => service.sweep(request, manifest, bars, job, tell), onProgress);

/**
 * The WGSL by which a GPU would screen a sweep.
 *
 * @throws BacktabError `script_invalid` | `sweep_too_large` | `worker_lost`
 */
export const sweepShader = (
  request: SweepRequest,
  manifest: DatasetManifest,
  bars: Bars,
): Promise<ShaderAnswer> => sweeps.call<ShaderAnswer>((service) => service.shader(request, manifest, bars));

/** Sweeps that were begun and cut short, by no tab at work now, newest first. */
export const keptSweeps = (): Promise<readonly KeptSweep[]> => sweeps.call((service) => service.kept());

/** Deletes what is kept of a sweep. */
export const forgetSweep = (id: string): Promise<void> => sweeps.call((service) => service.forget(id));

/**
 * What is wrong with a condition over parameters, in words; null when nothing is.
 *
 * @param names  parameters that it may read
 */
export const conditionMistake = (condition: string, names: readonly string[]): Promise<string | null> =>
  sweeps.call((service) => service.conditionMistake(condition, names));

/** What is wrong with a formula over headline figures, in words; null when nothing is. */
export const objectiveMistake = (formula: string): Promise<string | null> =>
  sweeps.call((service) => service.objectiveMistake(formula));

/**
 * Rows for which a condition holds, ascending.
 *
 * @param columns  by the names that the condition may read, of one length
 * @throws BacktabError `formula_invalid` | `worker_lost`
 */
export const rowsWhere = (
  condition: string,
  columns: Readonly<Record<string, Column>>,
): Promise<Uint32Array<ArrayBuffer>> => sweeps.call((service) => service.rowsWhere(condition, columns));

/**
 * Puts the best setting of a sweep through all methods of validation. `places` are the settings that it ran, by their place
 * in the grid of the request's axes. Units of progress are shares of the whole work.
 *
 * @throws BacktabError `sweep_too_large` | `script_invalid` | `data_insufficient` | `cancelled` | `worker_lost`
 */
export const startValidation = (
  request: SweepRequest,
  manifest: DatasetManifest,
  bars: Bars,
  places: Float64Array,
  onProgress?: OnProgress,
): Task<ValidationAnswer> =>
  startTask(
    sweeps,
    (service, job, tell) => service.validate(request, manifest, bars, places, job, tell),
    onProgress,
  );
