import { civilTime, clockTime } from '../time/civil';

const ZERO = 48;
const POINT = 46;
const MINUS = 45;
const PLUS = 43;
const DASH = 45;
const COLON = 58;
const SPACE = 32;
const LETTER_T = 84;
const LETTER_Z = 90;

/** Digits that a double holds exactly whatever they are. */
const EXACT_DIGITS = 15;

const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => Number(`1e${i}`));

/**
 * Plain decimal number in `bytes[from, to)`: sign, digits, point; at most 15 digits. Digits and
 * power of ten are then exact doubles, so their quotient is the correctly rounded value, the same
 * as `Number` gives. Anything else is NaN, for the text parser to decide.
 *
 * @see Clinger, How to Read Floating Point Numbers Accurately, 1990 (the fast case)
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  const sign = bytes[i]!;
  if (sign === MINUS || sign === PLUS) i++;
  let digits = 0;
  let value = 0;
  let point = -1;
  for (; i < to; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
    } else if (bytes[i] === POINT && point < 0) point = digits;
    else return NaN;
  }
  if (digits === 0 || digits > EXACT_DIGITS) return NaN;
  if (point >= 0) value /= POWERS[digits - point]!;
  return sign === MINUS ? -value : value;
}

/** Parts of a stamp found by `isoStamp`: as in `Stamp`. */
export interface ByteStamp {
  date: number;
  clock: number;
  offset: number;
}

/**
 * `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` (or with `T`, or with `Z` at the end) in `bytes[from, to)`.
 *
 * @returns whether it is one of these; if not, the text parser decides
 */
export function isoStamp(bytes: Uint8Array, from: number, to: number, out: ByteStamp): boolean {
  const length = to - from;
  if (length !== 10 && length !== 19 && length !== 20) return false;
  if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return false;
  const century = twoDigits(bytes, from);
  const date = civilTime(
    century * 100 + twoDigits(bytes, from + 2),
    twoDigits(bytes, from + 5),
    twoDigits(bytes, from + 8),
  );
  if (Number.isNaN(date)) return false;
  out.date = date;
  out.clock = out.offset = NaN;
  if (length === 10) return true;
  const separator = bytes[from + 10];
  if (separator !== SPACE && separator !== LETTER_T) return false;
  if (bytes[from + 13] !== COLON || bytes[from + 16] !== COLON) return false;
  if (length === 20 && bytes[from + 19] !== LETTER_Z) return false;
  out.clock = clockTime(
    twoDigits(bytes, from + 11),
    twoDigits(bytes, from + 14),
    twoDigits(bytes, from + 17),
  );
  if (length === 20) out.offset = 0;
  return !Number.isNaN(out.clock);
}

/** Two digits as a number; NaN when they are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

const scratch = new Uint8Array(32);

/** `plainNumber` of a cell of text. */
export function plainCell(cell: string): number {
  const length = toScratch(cell);
  return length < 0 ? NaN : plainNumber(scratch, 0, length);
}

/** `isoStamp` of a cell of text. */
export function isoCell(cell: string, out: ByteStamp): boolean {
  const length = toScratch(cell);
  return length >= 0 && isoStamp(scratch, 0, length, out);
}

/** Length of the cell, now in `scratch`; -1 when it is long or not ASCII. */
function toScratch(cell: string): number {
  const { length } = cell;
  if (length > scratch.length) return -1;
  for (let i = 0; i < length; i++) {
    const code = cell.charCodeAt(i);
    if (code > 127) return -1;
    scratch[i] = code;
  }
  return length;
}
