import { describe, expect, it } from 'vitest';
import { crosshairDate, tableDate, timeTicks, wordDate } from './time-ticks';
import { clockOf } from './zone-clock';

const DAY = 86_400_000;
const UTC = clockOf('1d', 'America/New_York', 0);
const NEW_YORK = clockOf('5m', 'America/New_York', 1);

/** Weekdays from `first` on, 00:00 UTC. */
function weekdays(first: string, count: number): Float64Array<ArrayBuffer> {
  const days: number[] = [];
  for (let t = Date.parse(first); days.length < count; t += DAY) {
    if (![0, 6].includes(new Date(t).getUTCDay())) days.push(t);
  }
  return Float64Array.from(days);
}

/** Sessions of 78 five-minute bars from 09:30 in New York. */
function sessions(first: string, count: number): Float64Array<ArrayBuffer> {
  const opens = weekdays(first, count);
  const times = [...opens].flatMap((day) => {
    const open = NEW_YORK.instant(day + 9.5 * 3_600_000);
    return Array.from({ length: 78 }, (_, k) => open + k * 300_000);
  });
  return Float64Array.from(times);
}

describe('timeTicks', () => {
  it('names months, and the year once at the left', () => {
    const ticks = timeTicks(weekdays('2019-02-08', 190), { from: 0, to: 190 }, 920, UTC);
    expect(ticks.map((tick) => tick.label)).toEqual([
      'Feb 2019',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
      'Oct',
    ]);
    expect(ticks.map((tick) => tick.strong)).toEqual([true, ...Array<boolean>(8).fill(false)]);
  });

  it('writes the year in place of January, strong', () => {
    const ticks = timeTicks(weekdays('2018-11-05', 100), { from: 0, to: 100 }, 500, UTC);
    expect(ticks.map(({ label, strong }) => [label, strong])).toEqual([
      ['Nov 2018', true],
      ['Dec', false],
      ['2019', true],
      ['Feb', false],
      ['Mar', false],
    ]);
  });

  it('stands at the first bar of the unit, after a weekend too', () => {
    const time = weekdays('2019-05-20', 40);
    const june = timeTicks(time, { from: 0, to: 40 }, 160, UTC).find((tick) => tick.label === 'Jun');
    expect(new Date(time[june?.bar ?? 0]!).toISOString().slice(0, 10)).toBe('2019-06-03');
  });

  it('counts years on a long view', () => {
    const time = weekdays('2000-01-03', 5105);
    const labels = timeTicks(time, { from: 0, to: 5105 }, 320, UTC).map((tick) => tick.label);
    expect(labels).toEqual(['2000', '2004', '2008', '2012', '2016']);
  });

  it('shows clock times of the exchange inside a day, also across the change of clocks', () => {
    const time = sessions('2019-03-08', 2); // the clocks change on the Sunday between
    const ticks = timeTicks(time, { from: 0, to: 156 }, 900, NEW_YORK);
    expect(ticks.map((tick) => tick.label)).toContain('11:00');
    const monday = ticks.find((tick) => tick.bar === 78);
    expect([monday?.label, monday?.rank, monday?.strong]).toEqual(['11', 1, true]);
    expect(crosshairDate(time[78]!, NEW_YORK)).toBe('Mon 2019-03-11 09:30');
  });

  it('works before 1970 and on tiny views', () => {
    const old = weekdays('1968-11-04', 60);
    expect(timeTicks(old, { from: 0, to: 60 }, 300, UTC).map((tick) => tick.label)).toEqual([
      'Nov 1968',
      'Dec',
      '1969',
    ]);
    expect(timeTicks(old, { from: 0, to: 1 }, 300, UTC)).toEqual([]);
  });
});

it('writes dates for tags, tables and sentences', () => {
  const instant = Date.parse('2019-10-02');
  expect(crosshairDate(instant, UTC)).toBe('Wed 2019-10-02');
  expect(tableDate(instant, UTC)).toBe('2019-10-02');
  expect(wordDate(instant, UTC)).toBe('2 Oct 2019');
  expect(wordDate(Date.parse('2019-10-02T14:00Z'), NEW_YORK)).toBe('2 Oct 2019, 10:00');
});

it('turns civil time back into the instant on both sides of a change of clocks', () => {
  for (const iso of ['2019-03-10T06:59Z', '2019-03-10T07:00Z', '2019-07-01T12:00Z', '2019-12-01T00:00Z']) {
    const instant = Date.parse(iso);
    expect(NEW_YORK.instant(NEW_YORK.civil(instant))).toBe(instant);
  }
});
