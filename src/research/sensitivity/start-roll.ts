import type { Column } from '../../core/column';
import { isoDate } from '../../core/time';
import type { SensitivityPlan, Variant } from './shape';

/** Starts that are tried unless told otherwise, the run's own included. */
export const STARTS = 24;
/** Share of the bars within which the starts lie. */
const ROLLED_SHARE = 1 / 3;
/** Bars that the shortest variant keeps at least; fewer give fewer starts. */
const LEAST_BARS = 2;

/**
 * Later starts on the same data: evenly over the first third of the bars, all to the same end.
 *
 * @param time    `f64[n]`, Unix milliseconds
 * @param starts  how many, the run's own included, integer >= 1
 */
export function startRoll(time: Column, starts: number = STARTS): SensitivityPlan {
  const last = Math.max(0, Math.min(Math.floor(time.length * ROLLED_SHARE), time.length - LEAST_BARS));
  const rows = Array.from({ length: starts }, (_, i) => Math.round((i * last) / Math.max(1, starts - 1)));
  const distinct = [...new Set(rows)];
  const variants = distinct.map((from): Variant => ({
    label: `from ${isoDate(time[from] ?? 0)}`,
    at: [from],
    from,
  }));
  return {
    kind: 'start',
    question: 'Did the result depend on the day it started?',
    assumptions: [
      'Every variant starts with the same cash, flat, and ends on the same day.',
      'Indicators warm up again from the start; compare growth a year or Sharpe, as later starts have fewer bars.',
    ],
    axes: [{ name: 'Start', unit: 'bars later', values: distinct }],
    variants,
  };
}
