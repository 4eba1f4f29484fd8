import { checkInteger } from '../../core/check';
import type { BenchmarkName } from './contest-setup';

/** How much work the methods do, and what they compare with. */
export interface ValidationOptions {
  /** Of all draws; integer in [0, 2^53). */
  readonly seed: number;
  /** Windows of the walk-forwards, and lengths of a window to choose by. */
  readonly windows: number;
  readonly inSampleWindows: number;
  /** Resamples of reality check, superior ability and step-down. */
  readonly resamples: number;
  /** Shuffles of the bars, and settings that are searched on each. */
  readonly shuffles: number;
  readonly shuffledSettings: number;
  /** Orders of the positions. */
  readonly orders: number;
  /** Draws of random entries. */
  readonly entries: number;
  /** Runs on jittered prices. */
  readonly noiseRuns: number;
  /** What settings are compared with in the tests on resampled means. */
  readonly benchmark: BenchmarkName;
}

export const VALIDATION_DEFAULTS: ValidationOptions = {
  seed: 1,
  windows: 8,
  inSampleWindows: 4,
  resamples: 1000,
  shuffles: 199,
  shuffledSettings: 16,
  orders: 1000,
  entries: 499,
  noiseRuns: 99,
  benchmark: 'cash',
};

/** Fewest and most of each kind of draw: 19 are needed for a chance of 5 %. */
export const DRAW_COUNT = { min: 19, max: 100_000 } as const;

const COUNTS = ['resamples', 'shuffles', 'orders', 'entries', 'noiseRuns'] as const;

/**
 * Options with the defaults where none are given.
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function validationOptions(given: Partial<ValidationOptions> = {}): ValidationOptions {
  const options = { ...VALIDATION_DEFAULTS, ...given };
  checkInteger('seed', options.seed, 0, Number.MAX_SAFE_INTEGER);
  for (const name of COUNTS) checkInteger(name, options[name], DRAW_COUNT.min, DRAW_COUNT.max);
  checkInteger('windows', options.windows, 2, 100);
  checkInteger('inSampleWindows', options.inSampleWindows, 1, 100);
  checkInteger('shuffledSettings', options.shuffledSettings, 1, 1000);
  return options;
}
