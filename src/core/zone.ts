import { BacktabError } from './errors';
import { DAY_MS, dayNumber } from './time';

/** Clock of an IANA zone: wall time to instants and back, by the rules the platform carries. */
export class ZoneClock {
  readonly zone: string;
  readonly #format: Intl.DateTimeFormat | null;
  /** Offset in ms of a whole UTC day, or NaN on a day with a change. */
  readonly #days = new Map<number, number>();

  /** @throws BacktabError `setting_invalid` for a zone that the platform does not know */
  constructor(zone: string) {
    this.zone = zone;
    this.#format = zone === 'UTC' ? null : zoneFormat(zone);
  }

  /** Milliseconds that wall time is ahead of UTC at an instant. */
  offsetAt(utc: number): number {
    if (this.#format === null) return 0;
    const day = dayNumber(utc);
    let offset = this.#days.get(day);
    if (offset === undefined) {
      const first = this.#measure(day * DAY_MS);
      offset = first === this.#measure((day + 1) * DAY_MS) ? first : NaN;
      this.#days.set(day, offset);
    }
    return Number.isNaN(offset) ? this.#measure(utc) : offset;
  }

  /**
   * Instant of a wall time. A time that the clock skips in spring counts on from before the change;
   * one that it shows twice in autumn is the first, or the second when the first is not after `previous`.
   *
   * @param wall     wall time as if it were UTC, ms
   * @param previous instant of the row before, ms; NaN for the first row
   */
  toUtc(wall: number, previous: number): number {
    if (this.#format === null) return wall;
    const early = this.offsetAt(wall - DAY_MS);
    const late = this.offsetAt(wall + DAY_MS);
    if (early === late) return wall - early;
    const [first, second] = [wall - early, wall - late];
    const firstFits = this.offsetAt(first) === early;
    const secondFits = this.offsetAt(second) === late;
    if (firstFits && secondFits) {
      const [sooner, later] = first < second ? [first, second] : [second, first];
      return sooner <= previous ? later : sooner;
    }
    return secondFits ? second : first;
  }

  #measure(utc: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format!.formatToParts(utc)) parts[type] = Number(value);
    const wall = Date.UTC(
      parts['year']!,
      parts['month']! - 1,
      parts['day'],
      parts['hour'],
      parts['minute'],
      parts['second'],
    );
    return wall - Math.floor(utc / 1000) * 1000;
  }
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    throw new BacktabError('setting_invalid', {
      name: 'zone',
      value: zone,
      expected: 'an IANA zone as America/New_York',
    });
  }
}
