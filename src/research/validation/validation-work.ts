import { BOOK_VALUES } from './trial-book';
import type { ValidationOptions } from './options';

/** What a validation will go over. */
export interface ValidationSize {
  readonly settings: number;
  readonly bars: number;
  /** Whether settings go by lanes (`laneReason`), which are several times as fast as the whole engine. */
  readonly byLanes: boolean;
}

/** Nanoseconds of one core, measured on the machine of docs/validation.md with a script of two averages. */
const COST = {
  /** Of a bar of a setting. */
  lane: 190,
  engine: 560,
  /** Of a bar that is shuffled, or moved by noise. */
  shuffledBar: 520,
  noisyBar: 650,
  /** Of a bar of positions in another order. */
  orderedBar: 12,
  /** Of a value of the book: its standard error, and a resample of it. */
  error: 1250,
  resample: 1.35,
  /** Of a product in the correlations of the settings. */
  product: 1.2,
} as const;

/**
 * Work of the stages of a validation, in nanoseconds of one core, in order: trials, both walk-forwards, splits,
 * resamples, shuffled bars, orders of positions, random entries, noise. It leads progress and estimates.
 */
export function validationWork(
  { settings, bars, byLanes }: ValidationSize,
  options: ValidationOptions,
): readonly number[] {
  const { windows, resamples, shuffles, shuffledSettings, orders, entries, noiseRuns } = options;
  const run = (byLanes ? COST.lane : COST.engine) * bars;
  const values = Math.min(BOOK_VALUES, settings * bars);
  const blocks = values / settings;
  const products = (Math.min(settings, blocks) * values) / 2;
  const walk = 2 * windows * COST.engine * bars * 0.7;
  return [
    settings * run,
    walk,
    walk,
    products * COST.product + values * 10,
    values * (COST.error + COST.resample * resamples),
    shuffles * (COST.shuffledBar * bars + Math.min(settings, shuffledSettings) * run),
    orders * COST.orderedBar * bars,
    entries * run,
    noiseRuns * (COST.noisyBar * bars + run),
  ];
}

/** Seconds that a validation is estimated to take on so many workers. */
export const validationSeconds = (
  size: ValidationSize,
  options: ValidationOptions,
  workers: number,
): number => validationWork(size, options).reduce((sum, work) => sum + work, 0) / 1e9 / Math.max(1, workers);
