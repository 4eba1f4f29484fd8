import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import { door, installErrorTransfer } from './boundary';
import type { ValidationAnswer } from './validation-protocol';
import type { ComputeInfo, OnProgress, SweepAnswer, SweepRequest, Task } from './protocol';
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
