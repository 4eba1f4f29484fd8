import { EARLIEST_TIME, LATEST_TIME } from '../time/civil';
import type { ZoneClock } from '../../core/zone';
import { isoCell } from './byte-numbers';
import type { RowTime } from './row-sink';
import { emptyStamp, readStamp, type TimeFormat } from './stamps';

/** Turns cells into times, row after row. */
export class TimeReader {
  readonly #format: TimeFormat;
  readonly #zone: ZoneClock;
  readonly #stamp = emptyStamp();
  #previous = NaN;

  constructor(format: TimeFormat, zone: ZoneClock) {
    this.#format = format;
    this.#zone = zone;
  }

  /**
   * Reads a cell.
   *
   * @param out receives the time
   * @returns   why the cell is no time, or null
   */
  read(cell: string, out: RowTime): string | null {
    const stamp = this.#stamp;
    if (this.#format.kind === 'iso' && isoCell(cell, stamp)) {
      return this.resolve(stamp.date, stamp.clock, stamp.offset, out);
    }
    readStamp(cell, this.#format, stamp);
    if (Number.isNaN(stamp.date))
      return cell.trim() === '' ? 'the time is missing' : 'the time is not understood';
    if (this.#format.kind !== 'slash') return this.resolve(stamp.date, stamp.clock, stamp.offset, out);
    out.value = (stamp.year * 100 + stamp.first) * 100 + stamp.second;
    out.clock = stamp.clock;
    out.offset = stamp.offset;
    return outOfRange(stamp.date);
  }

  /**
   * Joins the parts of a stamp.
   *
   * @param date   midnight as if UTC, ms
   * @param clock  time of day, ms; NaN for a date alone, which stands for 00:00 UTC
   * @param offset offset from UTC, ms; NaN where the file's zone decides
   */
  resolve(date: number, clock: number, offset: number, out: RowTime): string | null {
    let time = date;
    if (!Number.isNaN(clock)) {
      time = Number.isNaN(offset) ? this.#zone.toUtc(date + clock, this.#previous) : date + clock - offset;
      if (!Number.isInteger(time)) time = Math.round(time * 1000) / 1000; // whole microseconds, as stored
      this.#previous = time;
    }
    out.value = time;
    return outOfRange(time);
  }
}

const outOfRange = (time: number): string | null =>
  time >= EARLIEST_TIME && time < LATEST_TIME ? null : 'the time is outside 1700 to 2200';
