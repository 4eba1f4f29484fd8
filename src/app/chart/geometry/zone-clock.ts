import { isDaily } from '../../format';

/** Civil time of one zone. A civil instant is written as the Unix milliseconds of that wall clock in UTC. */
export interface ZoneClock {
  /** IANA name. */
  readonly zone: string;
  civil(instant: number): number;
  /** Inverse of `civil`; in the hour that a clock repeats, the later instant or the earlier one. */
  instant(civil: number): number;
}

const UTC: ZoneClock = { zone: 'UTC', civil: (instant) => instant, instant: (civil) => civil };

const clocks = new Map<string, ZoneClock>();

/** Clock of bars: dates are UTC dates when bars are known by their date, else the zone's. */
export function clockOf(interval: string, zone: string, firstTime: number): ZoneClock {
  const byDate = isDaily(interval) || (interval === 'irregular' && firstTime % 86_400_000 === 0);
  return byDate ? UTC : zoneClock(zone);
}

/** Whether the clock writes dates without a time of day. */
export const isDateClock = (clock: ZoneClock): boolean => clock === UTC;

function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const civil = (instant: number): number => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const milliseconds = ((instant % 1000) + 1000) % 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second) + milliseconds;
  };
  const instant = (wanted: number): number => {
    const guess = wanted - (civil(wanted) - wanted);
    return guess + (wanted - civil(guess));
  };
  const clock = { zone, civil, instant };
  clocks.set(zone, clock);
  return clock;
}
