import type { Column } from '../../../core/column';
import { dayNumber, isoDate, monthNumber } from '../../../core/time';

/** A mark on the time axis. */
export interface TimeTick {
  /** Bar that begins the stretch. */
  readonly bar: number;
  readonly label: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MOST_TICKS = 12;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50] as const;
const MONTH_STEPS = [1, 3, 6] as const;

/**
 * Marks of years where the data span two or more, else of months, else of days; twelve at most.
 *
 * @param time  `f64[n]`, Unix milliseconds, strictly increasing
 */
export function timeTicks(time: Column): readonly TimeTick[] {
  if (time.length === 0) return [];
  const months = time.map(monthNumber);
  const span = months.at(-1)! - months[0]!;
  if (span >= 24) return pick(months, 12, YEAR_STEPS, span, (month) => String(Math.floor(month / 12)));
  if (span >= 3) return pick(months, 1, MONTH_STEPS, span, monthWords);
  const days = time.map(dayNumber);
  const wide = days.at(-1)! - days[0]!;
  return pick(days, 1, [1, 2, 5, 10, 20], wide, (day) => isoDate(day * 86_400_000));
}

const monthWords = (number: number): string => {
  const month = number - Math.floor(number / 12) * 12;
  return month === 0 ? String(number / 12) : (MONTHS[month] ?? '');
};

/** The first bar of every so many units. */
function pick(
  numbers: Column,
  unit: number,
  steps: readonly number[],
  span: number,
  label: (number: number) => string,
): readonly TimeTick[] {
  const width = unit * (steps.find((step) => span / (unit * step) <= MOST_TICKS - 1) ?? steps.at(-1) ?? 1);
  const ticks: TimeTick[] = [];
  let before = Math.floor(numbers[0]! / width);
  for (let bar = 1; bar < numbers.length; bar++) {
    const block = Math.floor(numbers[bar]! / width);
    if (block !== before) ticks.push({ bar, label: label(block * width) });
    before = block;
  }
  return ticks;
}
