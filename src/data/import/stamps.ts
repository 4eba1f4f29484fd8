import { civilTime, clockTime } from '../time/civil';

/** How a file writes time. `slash` has the year last, so its first two numbers need a decision. */
export type TimeFormat =
  | { readonly kind: 'iso' | 'compact' | 'slash' | 'named' }
  | { readonly kind: 'unix'; readonly unitsPerMs: number };

/** A time as it stands in a cell. */
export interface Stamp {
  /** Midnight of its date as if UTC, ms; NaN when the cell holds no time. */
  date: number;
  /** Since midnight, ms; NaN when the cell holds a date only. */
  clock: number;
  /** Offset from UTC that the cell names, ms; NaN when it names none. */
  offset: number;
  /** First and second number of a `slash` date, and its year; `date` is then not decided. */
  first: number;
  second: number;
  year: number;
}

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\s*(\S.*))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?)?$/;
const SLASH = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]\s*(\S.*))?$/;
const DAY_FIRST = /^(\d{1,2})[- ]([a-z]{3})[a-z]*\.?[- ,]+(\d{4}|\d{2})(?:[T ,]\s*(\S.*))?$/i;
const MONTH_FIRST = /^([a-z]{3})[a-z]*\.?[- ](\d{1,2}),?[- ](\d{4})(?:[T ,]\s*(\S.*))?$/i;
const CLOCK =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm)?\s*(?:(z|utc|gmt)|(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?)?$/i;
const UNIX = /^[+-]?\d{1,19}(?:\.\d+)?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether a cell is a time of day alone, as in files with a date and a time column. */
export const isClock = (cell: string): boolean => CLOCK.test(cell.trim());

/** A cell as a `Stamp` of the given format, written into `out`; `out.date` is NaN when it is none. */
export function readStamp(cell: string, format: TimeFormat, out: Stamp): void {
  out.date = out.clock = out.offset = out.first = out.second = out.year = NaN;
  const text = cell.trim();
  if (format.kind === 'unix') readUnix(text, format.unitsPerMs, out);
  else if (format.kind === 'iso') readIso(text, out);
  else if (format.kind === 'compact') readCompact(text, out);
  else if (format.kind === 'slash') readSlash(text, out);
  else readNamed(text, out);
}

/** A stamp with nothing in it, to be written by `readStamp`. */
export const emptyStamp = (): Stamp => ({
  date: NaN,
  clock: NaN,
  offset: NaN,
  first: NaN,
  second: NaN,
  year: NaN,
});

function readIso(text: string, out: Stamp): void {
  const m = ISO.exec(text);
  if (m === null) return;
  out.date = civilTime(Number(m[1]), Number(m[3]), Number(m[4]));
  readClock(m[5], out);
}

function readCompact(text: string, out: Stamp): void {
  const m = COMPACT.exec(text);
  if (m === null) return;
  out.date = civilTime(Number(m[1]), Number(m[2]), Number(m[3]));
  if (m[4] === undefined) return;
  out.clock = clockTime(Number(m[4]), Number(m[5]), Number(m[6] ?? 0));
  if (Number.isNaN(out.clock)) out.date = NaN;
}

function readSlash(text: string, out: Stamp): void {
  const m = SLASH.exec(text);
  if (m === null) return;
  out.first = Number(m[1]);
  out.second = Number(m[3]);
  out.year = fullYear(m[4]!);
  const monthFirst = civilTime(out.year, out.first, out.second);
  out.date = Number.isNaN(monthFirst) ? civilTime(out.year, out.second, out.first) : monthFirst;
  readClock(m[5], out);
}

function readNamed(text: string, out: Stamp): void {
  const dayFirst = DAY_FIRST.exec(text);
  const m = dayFirst ?? MONTH_FIRST.exec(text);
  if (m === null) return;
  const [day, month] = dayFirst ? [m[1], m[2]] : [m[2], m[1]];
  out.date = civilTime(fullYear(m[3]!), MONTHS.indexOf(month!.toLowerCase()) + 1, Number(day));
  readClock(m[4], out);
}

function readUnix(text: string, unitsPerMs: number, out: Stamp): void {
  if (!UNIX.test(text)) return;
  out.date = Number(text) / unitsPerMs;
  out.clock = 0;
  out.offset = 0;
}

function readClock(text: string | undefined, out: Stamp): void {
  if (text === undefined) return;
  const m = CLOCK.exec(text.trim());
  if (m === null) {
    out.date = NaN;
    return;
  }
  const fraction = m[4] === undefined ? 0 : Math.round(Number(`0.${m[4]}`) * 1e6) / 1000;
  out.clock = clockTime(hourOf(Number(m[1]), m[5]), Number(m[2]), Number(m[3] ?? 0)) + fraction;
  if (m[6] !== undefined) out.offset = 0;
  if (m[7] !== undefined) {
    const minutes = Number(m[8]) * 60 + Number(m[9] ?? 0);
    out.offset = (m[7] === '-' ? -minutes : minutes) * 60_000;
    if (minutes > 18 * 60) out.date = NaN;
  }
  if (Number.isNaN(out.clock)) out.date = NaN;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}
