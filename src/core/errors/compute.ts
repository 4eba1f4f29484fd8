import type { Entry } from './entry';

/** Failures of workers, backends and long work. */
export interface ComputeErrors {
  worker_lost: { worker: string; reason: string };
  cancelled: { work: string };
  backend_unavailable: { backend: string; reason: string };
  device_lost: { reason: string };
  kernel_invalid: { kernel: string; reason: string };
  sweep_too_large: { trials: number; limit: number };
  formula_invalid: { formula: string; reason: string };
  screen_disagrees: { reason: string; trials: number };
  batch_too_large: { requests: number; limit: number };
  data_insufficient: { work: string; rows: number; needed: number };
  returns_unusable: { model: string; reason: string };
  internal: { detail: string };
}

export const COMPUTE_ERRORS: { readonly [C in keyof ComputeErrors]: Entry<ComputeErrors[C]> } = {
  worker_lost: {
    message: (p) => `The ${p.worker} worker stopped: ${p.reason}.`,
    remedy: () => 'It is started again by itself; run once more. Stored work is not touched.',
  },
  cancelled: {
    message: (p) => `${p.work} was cancelled.`,
    remedy: () => 'Start it again when you want it; nothing was changed.',
  },
  backend_unavailable: {
    message: (p) => `${p.backend} is not available: ${p.reason}.`,
    remedy: () => 'The next backend is used instead; results are the same.',
  },
  device_lost: {
    message: (p) => `The GPU stopped answering: ${p.reason}.`,
    remedy: () => 'Work continues on WASM and nothing was lost.',
  },
  kernel_invalid: {
    message: (p) => `The kernel ${p.kernel} was refused: ${p.reason}.`,
    remedy: () => 'The next backend is used instead. Report this with your GPU and browser version.',
  },
  sweep_too_large: {
    message: (p) => `The sweep has ${p.trials} settings; the limit is ${p.limit}.`,
    remedy: () => 'Use larger steps or narrower ranges, or try a random choice of the settings.',
  },
  formula_invalid: {
    message: (p) => `The formula '${p.formula}' cannot be used. ${p.reason}`,
    remedy: () => 'Write it as in a script, such as fast < slow or sharpe - 2 * maxDrawdown.',
  },
  screen_disagrees: {
    message: (p) =>
      `The sweep was stopped: ${p.reason}, and running all ${p.trials} settings exactly would take too long.`,
    remedy: () =>
      'Choose another backend, or sweep fewer settings: up to 10,000 are run exactly where a screen fails.',
  },
  batch_too_large: {
    message: (p) => `The batch has ${p.requests} requests; the limit is ${p.limit}.`,
    remedy: () => 'Choose fewer indicators or datasets, and compute the others after them.',
  },
  data_insufficient: {
    message: (p) => `${p.work} needs ${p.needed} rows of data; there are ${p.rows}.`,
    remedy: () => 'Choose a longer history.',
  },
  returns_unusable: {
    message: (p) => `No futures can be made of this run by '${p.model}': ${p.reason}.`,
    remedy: () =>
      'Choose another model, as bootstrap, or a run that trades and keeps its account above zero.',
  },
  internal: {
    message: (p) => `Backtab met a fault of its own: ${p.detail}.`,
    remedy: () => 'Your work is saved. Reload the page, and report the text if it comes again.',
  },
};
