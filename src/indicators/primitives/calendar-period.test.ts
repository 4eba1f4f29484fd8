import { describe, expect, it } from 'vitest';
import { calendarPeriod, type CalendarPeriod } from './calendar-period';

const HOUR = 3_600_000;

/** The instants, in order, at which a new period begins. */
function beginnings(from: string, to: string, period: CalendarPeriod, offsetMinutes = 0): string[] {
  const found: string[] = [];
  let last = calendarPeriod(Date.parse(from) - HOUR, period, offsetMinutes);
  for (let time = Date.parse(from); time < Date.parse(to); time += HOUR) {
    const number = calendarPeriod(time, period, offsetMinutes);
    if (number !== last) found.push(new Date(time).toISOString().slice(0, 13));
    expect(number).toBeGreaterThanOrEqual(last);
    last = number;
  }
  return found;
}

describe('calendarPeriod', () => {
  it('begins days at the offset, also before 1970', () => {
    expect(beginnings('1969-12-30', '1970-01-02', 'day', -180)).toEqual([
      '1969-12-30T21',
      '1969-12-31T21',
      '1970-01-01T21',
    ]);
  });

  it('begins weeks on Monday', () => {
    expect(beginnings('1969-12-20', '1970-01-15', 'week')).toEqual([
      '1969-12-22T00',
      '1969-12-29T00',
      '1970-01-05T00',
      '1970-01-12T00',
    ]);
  });

  it.each([
    ['1968-01-15', '1968-12-15'],
    ['1900-01-15', '1900-12-15'],
    ['2000-01-15', '2000-12-15'],
    ['2023-01-15', '2023-12-15'],
  ])('begins months on their first day: %s', (from, to) => {
    const year = from.slice(0, 4);
    const firsts = Array.from({ length: 11 }, (_, k) => `${year}-${String(k + 2).padStart(2, '0')}-01T00`);
    expect(beginnings(from, to, 'month')).toEqual(firsts);
  });

  it('tells a month from the same month of other years', () => {
    const numbers = ['1999-03-01', '2000-02-29', '2000-03-01', '2001-02-28'].map((day) =>
      calendarPeriod(Date.parse(day), 'month', 0),
    );
    expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 11, 12, 23]);
  });

  it('is NaN without a time', () => {
    for (const period of ['day', 'week', 'month'] as const) expect(calendarPeriod(NaN, period, 0)).toBeNaN();
  });
});
