import type { QualityNote } from '../../core/dataset';
import { DAY_MS, dayNumber, isoDate, isoInstant } from '../../core/time';
import { isDaily, ROWS_KEPT, type Check, type Facts } from './facts';
import { counted } from './words';

/** Calendar days between daily bars that are a gap: longer than a weekend with a holiday. */
const GAP_DAYS = 5;

/** A hole at the same time of day on as large a share of days belongs to the session, as a lunch break. */
const SESSION_SHARE = 0.2;

/** Holes in time, as the interval has them. */
export const gaps: Check = (facts) => {
  if (facts.interval === 'irregular') return null;
  if (!isDaily(facts.interval)) return intradayGaps(facts);
  const days = /^(\d+)d$/.exec(facts.interval);
  const least = days === null ? longStep(facts) : Math.max(GAP_DAYS * DAY_MS, 2 * Number(days[1]) * DAY_MS);
  const rows = stepsOf(facts, (step) => step >= least);
  const title = days === null ? 'Gaps between bars' : 'Gaps of five days or more';
  return noteOf(facts, rows, title, isoDate, '');
};

/** Weeks, months and years: one and a half steps. */
function longStep({ bars }: Facts): number {
  const steps = Float64Array.from(bars.time.subarray(1), (t, i) => t - bars.time[i]!).sort();
  return 1.5 * (steps[steps.length >> 1] ?? Infinity);
}

/** Holes within a day that do not recur, and closures of five days or more. */
function intradayGaps(facts: Facts): QualityNote | null {
  const { bars, wall } = facts;
  const step = intervalMs(facts.interval);
  const holes = stepsOf(facts, (length) => length > step);
  const days = new Set(Array.from(bars.time, (t) => dayNumber(wall(t)))).size;
  const signature = (i: number): string => {
    const [from, to] = [wall(bars.time[i - 1]!), wall(bars.time[i]!)];
    return `${from - dayNumber(from) * DAY_MS}/${to - dayNumber(to) * DAY_MS}`;
  };
  const seen = new Map<string, number>();
  for (const i of holes) seen.set(signature(i), (seen.get(signature(i)) ?? 0) + 1);
  const rows = holes.filter((i) => {
    const length = bars.time[i]! - bars.time[i - 1]!;
    if (length >= GAP_DAYS * DAY_MS) return true;
    const sameDay = dayNumber(wall(bars.time[i]!)) === dayNumber(wall(bars.time[i - 1]!));
    const recurs = seen.get(signature(i))! > Math.max(1, SESSION_SHARE * days);
    return (sameDay || facts.barsPerYear * step >= 300 * DAY_MS) && !recurs;
  });
  const missing = rows.reduce((n, i) => n + Math.round((bars.time[i]! - bars.time[i - 1]!) / step) - 1, 0);
  return noteOf(
    facts,
    rows,
    'Gaps inside the session',
    isoInstant,
    ` ${counted(missing, 'bar')} would fit in.`,
  );
}

function intervalMs(interval: string): number {
  const [, n, unit] = /^(\d+)(ms|s|m|h)$/.exec(interval)!;
  return Number(n) * { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[unit as 'ms' | 's' | 'm' | 'h'];
}

/** Rows that come after a step with the property. */
function stepsOf({ bars }: Facts, holds: (step: number) => boolean): number[] {
  const rows: number[] = [];
  for (let i = 1; i < bars.time.length; i++) if (holds(bars.time[i]! - bars.time[i - 1]!)) rows.push(i);
  return rows;
}

function noteOf(
  { bars }: Facts,
  rows: readonly number[],
  title: string,
  words: (t: number) => string,
  more: string,
): QualityNote | null {
  if (rows.length === 0) return null;
  const length = (i: number): number => bars.time[i]! - bars.time[i - 1]!;
  const longest = rows.reduce((best, i) => (length(i) > length(best) ? i : best));
  return {
    code: 'gaps',
    level: 'info',
    count: rows.length,
    title,
    detail: `The longest: ${words(bars.time[longest - 1]!)} to ${words(bars.time[longest]!)}.${more}`,
    rows: rows.slice(0, ROWS_KEPT),
  };
}
