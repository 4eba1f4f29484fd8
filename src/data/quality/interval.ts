import type { Column } from '../../core/column';
import type { Interval } from '../../core/dataset';
import { DAY_MS, dayNumber } from '../../core/time';
import { select } from './median';

/** Rhythm of a table of bars. */
export interface Rhythm {
  readonly interval: Interval;
  readonly barsPerYear: number;
}

const MONTH_MS = 30.436875 * DAY_MS;

/** Longer units first; the first that divides the step names it. */
const UNITS: readonly (readonly [string, number])[] = [
  ['d', DAY_MS],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/**
 * Interval by the most common step between bars, `irregular` when fewer than half of the steps are
 * of that length; and bars a year.
 *
 * @param time instants, Unix ms, strictly increasing
 */
export function sniffInterval(time: Column): Rhythm {
  const steps = new Float64Array(Math.max(0, time.length - 1));
  for (let i = 0; i < steps.length; i++) steps[i] = time[i + 1]! - time[i]!;
  const middle = steps.length === 0 ? NaN : select(steps, steps.length >> 1);
  const interval = name(middle, steps);
  return { interval, barsPerYear: barsPerYear(interval, time) };
}

function name(middle: number, steps: Float64Array): Interval {
  if (Number.isNaN(middle)) return 'irregular';
  const share = (from: number, to: number): number => {
    let within = 0;
    for (let i = 0; i < steps.length; i++) if (steps[i]! >= from && steps[i]! <= to) within++;
    return within / steps.length;
  };
  const months = Math.round(middle / MONTH_MS);
  if (months >= 1 && share(months * 28 * DAY_MS, months * 31 * DAY_MS) >= 0.5 && middle >= 28 * DAY_MS) {
    return months % 12 === 0 ? `${months / 12}y` : `${months}mo`;
  }
  if (share(middle, middle) < 0.5) return 'irregular';
  if (middle % (7 * DAY_MS) === 0) return `${middle / (7 * DAY_MS)}w`;
  const unit = UNITS.find(([, ms]) => middle % ms === 0);
  return unit === undefined ? 'irregular' : `${middle / unit[1]}${unit[0]}`;
}

function barsPerYear(interval: Interval, time: Column): number {
  const fixed = /^(\d+)(y|mo|w)$/.exec(interval);
  if (fixed !== null) return { y: 1, mo: 12, w: 52 }[fixed[2] as 'y' | 'mo' | 'w'] / Number(fixed[1]);
  const tradingDays = tradesAtWeekends(time) ? 365 : 252;
  const days = /^(\d+)d$/.exec(interval);
  if (days !== null) return tradingDays / Number(days[1]);
  return Math.max(1, Math.round(barsPerDay(time) * tradingDays));
}

/** More than a tenth of the bars on Saturdays and Sundays; a whole week has two sevenths. */
function tradesAtWeekends(time: Column): boolean {
  let weekend = 0;
  for (const t of time) {
    const weekday = (((dayNumber(t) + 4) % 7) + 7) % 7;
    if (weekday === 0 || weekday === 6) weekend++;
  }
  return weekend * 10 > time.length;
}

/** Median number of bars of a day that has any. */
function barsPerDay(time: Column): number {
  const counts: number[] = [];
  let day = NaN;
  for (const t of time) {
    const own = dayNumber(t);
    if (own === day) counts[counts.length - 1]!++;
    else counts.push(1);
    day = own;
  }
  counts.sort((a, b) => a - b);
  return counts[counts.length >> 1] ?? 1;
}
