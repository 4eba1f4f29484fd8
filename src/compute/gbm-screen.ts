import { checkInteger } from '../core/check';

/** Paths of a geometric Brownian motion in f32, for what needs many more than are shown. */
export interface GbmScreen {
  /** `f32[paths]`, log growth after the last step. */
  readonly growth: Float32Array<ArrayBuffer>;
  /** `f32[paths]`, deepest distance of the log growth below its peak, the start included. */
  readonly fall: Float32Array<ArrayBuffer>;
}

/** What a backend is asked for. */
export interface GbmRequest {
  /** Integer in [1, 10,000,000]. */
  readonly paths: number;
  /** Integer in [1, 100,000]. */
  readonly steps: number;
  /** Integer in [0, 2^53). */
  readonly seed: number;
}

/** @throws BacktabError `parameter_out_of_range` */
export function checkGbmRequest({ paths, steps, seed }: GbmRequest): void {
  checkInteger('paths', paths, 1, 10_000_000);
  checkInteger('steps', steps, 1, 100_000);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
}
