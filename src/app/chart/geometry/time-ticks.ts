import type { Column } from '../../../core/column';
import type { VisibleRange } from '../chart-props';
import { span, visibleRows } from './range';
import { lowerBound } from '../../../core/bounds';
import { isDateClock, type ZoneClock } from './zone-clock';

/** Strength of a boundary; the label of a stronger one wins a collision. */
export type TickRank = 0 | 1 | 2 | 3;

const RANK = { time: 0, day: 1, month: 2, year: 3 } as const;

/** A place on the time axis where a calendar unit begins. */
export interface TimeTick {
  /** First bar of the unit. */
  readonly bar: number;
  readonly rank: TickRank;
  readonly label: string;
  /** The label names a larger unit than its neighbours do. */
  readonly strong: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY;

/** A rhythm of the axis: its mean length, and the civil instants where it begins. */
interface Rhythm {
  readonly rank: TickRank;
  readonly length: number;
  /** Least distance of two labels, pixels. */
  readonly room: number;
  begins(from: number, to: number): number[];
}

const byMonths = (months: number): Rhythm => ({
  rank: months >= 12 ? RANK.year : RANK.month,
  length: months * 30.4375 * DAY,
  room: 58,
  begins(from, to) {
    const date = new Date(from);
    const month = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) * months;
    const instants: number[] = [];
    for (let m = month, t = monthStart(m); t <= to; m += months, t = monthStart(m)) {
      if (t >= from) instants.push(t);
    }
    return instants;
  },
});

/** Civil instant at which month `m`, counted from year 0, begins. */
const monthStart = (m: number): number =>
  new Date(0).setUTCFullYear(Math.floor(m / 12), ((m % 12) + 12) % 12, 1);

const byTime = (length: number, rank: TickRank, offset = 0): Rhythm => ({
  rank,
  length,
  room: rank === RANK.day ? 44 : 64,
  begins(from, to) {
    const instants: number[] = [];
    for (let t = Math.ceil((from - offset) / length) * length + offset; t <= to; t += length)
      instants.push(t);
    return instants;
  },
});

const MONTHLY = byMonths(1);
const YEARLY = byMonths(12);
const DAILY = byTime(DAY, RANK.day);

/** From the weakest to the strongest. */
const RHYTHMS: readonly Rhythm[] = [
  ...[1, 5, 15, 30, 60, 180, 360].map((minutes) => byTime((minutes * HOUR) / 60, RANK.time)),
  DAILY,
  byTime(7 * DAY, RANK.day, FIRST_MONDAY),
  MONTHLY,
  ...[3, 6].map(byMonths),
  YEARLY,
  ...[2, 4, 5, 10, 20, 50, 100].map((years) => byMonths(12 * years)),
];

/**
 * Boundaries of calendar units among the visible bars, ascending. The axis is ordinal: a tick
 * stands at the first bar of its unit, whatever was closed before it. Costs a binary search a
 * tick, whatever the number of bars.
 *
 * @param width  of the plot, pixels
 */
export function timeTicks(time: Column, range: VisibleRange, width: number, clock: ZoneClock): TimeTick[] {
  const { first, last } = visibleRows(range, time.length);
  if (last - first < 2 || width <= 0) return [];
  const rhythm = chooseRhythm(time, first, last, width / span(range), isDateClock(clock));
  const begin = first === 0 ? clock.civil(time[0]!) - rhythm.length : clock.civil(time[first - 1]!) + 1;
  const end = clock.civil(time[last - 1]!);

  const ranks = new Map<number, TickRank>();
  const stronger = [rhythm, DAILY, MONTHLY, YEARLY].filter((r) => r === rhythm || r.rank > rhythm.rank);
  for (const { rank, begins } of stronger) {
    for (const civil of begins(begin, end)) {
      const bar = lowerBound(time, clock.instant(civil));
      if (bar >= first && bar < last) ranks.set(bar, Math.max(rank, ranks.get(bar) ?? 0) as TickRank);
    }
  }
  const bars = [...ranks.keys()].sort((a, b) => a - b);
  return bars.map((bar, k) => {
    const rank = ranks.get(bar) ?? rhythm.rank;
    const isFirst = k === 0 && rank < RANK.year;
    const label = tickLabel(clock.civil(time[bar]!), rank, isFirst);
    return { bar, rank, label, strong: isFirst || rank > rhythm.rank };
  });
}

function chooseRhythm(
  time: Column,
  first: number,
  last: number,
  barWidth: number,
  datesOnly: boolean,
): Rhythm {
  const perBar = (time[last - 1]! - time[first]!) / (last - 1 - first);
  const shortest = Math.min(time[first + 1]! - time[first]!, time[last - 1]! - time[last - 2]!);
  const fits = (rhythm: Rhythm): boolean => {
    const msPerBar = rhythm.rank === RANK.time ? shortest : perBar;
    return (rhythm.length / msPerBar) * barWidth >= rhythm.room;
  };
  const usable = RHYTHMS.filter((rhythm) => !(datesOnly && rhythm.rank === RANK.time));
  return usable.find(fits) ?? usable[usable.length - 1] ?? YEARLY;
}

function tickLabel(civil: number, rank: TickRank, isFirst: boolean): string {
  const date = new Date(civil);
  const year = date.getUTCFullYear();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = date.getUTCDate();
  if (rank === RANK.year) return String(year);
  if (rank === RANK.month) return isFirst ? `${month} ${year}` : month;
  if (rank === RANK.day) return isFirst ? `${day} ${month} ${year}` : String(day);
  return isFirst ? `${day} ${month}, ${clockTime(date)}` : clockTime(date);
}

const clockTime = (date: Date): string => date.toISOString().slice(11, 16);

/** `Wed 2019-10-02`, with the time of day and the zone when the bars have one: for the crosshair. */
export function crosshairDate(instant: number, clock: ZoneClock): string {
  const date = new Date(clock.civil(instant));
  const day = `${WEEKDAYS[date.getUTCDay()] ?? ''} ${date.toISOString().slice(0, 10)}`;
  return isDateClock(clock) ? day : `${day} ${clockTime(date)}`;
}

/** `2019-10-02`, with the time of day when the bars have one: for tables and speech. */
export const tableDate = (instant: number, clock: ZoneClock): string =>
  crosshairDate(instant, clock).slice(4);

/** `8 Feb 2019`: for sentences and legends. */
export function wordDate(instant: number, clock: ZoneClock): string {
  const date = new Date(clock.civil(instant));
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
  return isDateClock(clock) ? day : `${day}, ${clockTime(date)}`;
}
