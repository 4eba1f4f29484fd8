import { barCount, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';
import { intervalDuration, periodAt, periodEnd, readInterval } from '../core/interval';
import { DAY_MS, dayNumber, monthNumber } from '../core/time';
import { ZoneClock } from '../core/zone';
import type { ClockField } from './plan';

/** Bars with what is known of their times. */
export interface TimedBars {
  readonly bars: Bars;
  /** IANA zone of the exchange; UTC when absent. Bars of a day or longer are stamped by date, whatever the zone. */
  readonly zone?: string;
  /** Milliseconds of a bar; the shortest step between two when absent. */
  readonly intervalMs?: number;
  /** Instant at which the last bar is known at the latest, where that is before its interval is over. */
  readonly lastClose?: number;
}

/** Rows that values are computed on. */
export interface FrameRows {
  readonly bars: Bars;
  /** Instant from which each row is known, Unix milliseconds, ascending. */
  readonly closes: Column;
  readonly intervalMs: number;
  readonly clock: ZoneClock;
}

/** The bars of a dataset as they are: one is known when its interval is over, and when the next one opens at the latest. */
export function framed({ bars, zone, intervalMs, lastClose = Infinity }: TimedBars): FrameRows {
  const { time } = bars;
  const rows = barCount(bars);
  const length = intervalMs ?? shortestStep(time);
  const closes: Column = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const next = i + 1 < rows ? time[i + 1]! : lastClose;
    closes[i] = Math.min(time[i]! + length, next);
  }
  const isDated = length >= DAY_MS;
  return { bars, closes, intervalMs: length, clock: new ZoneClock(isDated ? 'UTC' : (zone ?? 'UTC')) };
}

/**
 * Longer bars made of shorter ones. A bar is known when its time is over: a week at Monday's midnight, however early
 * its last session ended. A shorter bar that crosses such an instant belongs to the period in which it closes, so that
 * no longer bar holds prices of after its end.
 *
 * @param interval  as `1h`, `1d`, `1w`, `1M`
 *
 * @throws BacktabError `timeframe_too_short` when the rows are longer bars than that
 */
export function longer(rows: FrameRows, interval: string): FrameRows {
  const parts = readInterval(interval);
  if (!parts) throw new BacktabError('internal', { detail: `${interval} is not an interval` });
  const duration = intervalDuration(parts);
  if (duration < rows.intervalMs)
    throw new BacktabError('timeframe_too_short', { interval, seconds: rows.intervalMs / 1000 });
  const { time, open, high, low, close, volume } = rows.bars;
  const starts: number[] = [];
  const ends: number[] = [];
  let last = NaN;
  for (let i = 0; i < time.length; i++) {
    const end = rows.closes[i]! - 1;
    const period = periodAt(end + rows.clock.offsetAt(end), parts);
    if (period === last) continue;
    last = period;
    starts.push(i);
    ends.push(rows.clock.toUtc(periodEnd(period, parts), NaN));
  }
  const joined = (from: (first: number, end: number) => number): Column =>
    Float64Array.from(starts, (first, k) => from(first, starts[k + 1] ?? time.length));
  return {
    bars: {
      time: joined((first) => time[first]!),
      open: joined((first) => open[first]!),
      high: joined((first, end) => extreme(high, first, end, Math.max)),
      low: joined((first, end) => extreme(low, first, end, Math.min)),
      close: joined((_, end) => close[end - 1]!),
      volume: joined((first, end) => total(volume, first, end)),
      extra: {},
    },
    closes: Float64Array.from(ends),
    intervalMs: duration,
    clock: rows.clock,
  };
}

/** For each row the newest row of other bars that is known when it closes; -1 before the first. */
export function alignment(from: FrameRows, to: FrameRows): Int32Array {
  const rows = new Int32Array(to.closes.length);
  let at = -1;
  for (let i = 0; i < rows.length; i++) {
    while (at + 1 < from.closes.length && from.closes[at + 1]! <= to.closes[i]!) at++;
    rows[i] = at;
  }
  return rows;
}

/** A field of the clock at each bar's open, on the wall of its exchange. Monday is day 1, Sunday 7. */
export function clockColumn({ bars, clock }: FrameRows, field: ClockField): Column {
  const { time } = bars;
  if (field === 'barIndex') return Float64Array.from(time, (_, i) => i);
  if (field === 'time') return time;
  const read = CLOCK_READERS[field];
  return Float64Array.from(time, (instant) => read(instant + clock.offsetAt(instant)));
}

const CLOCK_READERS: Readonly<Record<Exclude<ClockField, 'time' | 'barIndex'>, (wall: number) => number>> = {
  year: (wall) => Math.floor(monthNumber(wall) / 12),
  month: (wall) => (monthNumber(wall) % 12) + 1,
  dayOfMonth: (wall) => new Date(wall).getUTCDate(),
  dayOfWeek: (wall) => ((((dayNumber(wall) + 3) % 7) + 7) % 7) + 1,
  hour: (wall) => Math.floor(timeOfDay(wall) / 3_600_000),
  minute: (wall) => Math.floor((timeOfDay(wall) % 3_600_000) / 60_000),
};

const timeOfDay = (wall: number): number => wall - dayNumber(wall) * DAY_MS;

function shortestStep(time: Column): number {
  let least = Infinity;
  for (let i = 1; i < time.length; i++) least = Math.min(least, time[i]! - time[i - 1]!);
  return Number.isFinite(least) ? least : DAY_MS;
}

/** The extreme of the prices that are numbers; NaN when none is. */
function extreme(column: Column, first: number, end: number, pick: (a: number, b: number) => number): number {
  let found = NaN;
  for (let i = first; i < end; i++) {
    const value = column[i]!;
    if (!Number.isNaN(value)) found = Number.isNaN(found) ? value : pick(found, value);
  }
  return found;
}

function total(column: Column, first: number, end: number): number {
  let sum = 0;
  for (let i = first; i < end; i++) sum += column[i]!;
  return sum;
}
