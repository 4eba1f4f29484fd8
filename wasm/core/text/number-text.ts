// Numbers as JSON, separated by commas.
//
// The digits are the fewest that give the number back, and of these the nearest: Raffaele Giulietti, The Schubfach
// way to render doubles, 2020, with the names of that paper.
//
// twin       src/core/text/number-text.ts
// in         values  f64[count]
//            powers  u64[617][2]  10^k for k = -292 .. 324 as the lower and upper half of its first 128 bits, rounded up
//            digits  u8[32]  room to work in
// out        text  at most 25 bytes a number, and up to 32 bytes written beyond the last
// precision  the twin's, digit for digit

const COMMA: u8 = 0x2c;
const QUOTE: u8 = 0x22;
const ZERO: u8 = 0x30;
const POINT: u8 = 0x2e;
const MINUS: u8 = 0x2d;
const PLUS: u8 = 0x2b;
const SMALL_E: u8 = 0x65;

const FRACTION_BITS: i32 = 52;
const EXPONENT_BIAS: i32 = 1075;
const LEAST_POWER: i32 = -292;
/** Bytes of `digits` that are written: three groups of eight. */
const DIGITS: i32 = 24;
/** Beyond it, and below 1e-6, numbers have an exponent. */
const LONGEST: i32 = 21;
const MOST_ZEROS: i32 = -6;

/** `NaN"` and `Infinity` as bytes. */
const NAN_TEXT: u32 = 0x4e614e;
const INFINITY_TEXT: u64 = 0x7974696e69666e49;

/** @returns  address behind the last byte */
export function numbersText(values: usize, count: i32, powers: usize, digits: usize, text: usize): usize {
  let at = text;
  for (let i = 0; i < count; i++) {
    if (i > 0) store<u8>(at++, COMMA);
    at = numberText(load<u64>(values + ((<usize>i) << 3)), powers, digits, at);
  }
  return at;
}

function numberText(bits: u64, powers: usize, digits: usize, text: usize): usize {
  let at = text;
  const fraction = bits & (((<u64>1) << FRACTION_BITS) - 1);
  const exponent = <i32>((bits >> FRACTION_BITS) & 0x7ff);
  if (exponent == 0x7ff) return oddText(bits, fraction, at);
  if (<i64>bits < 0) store<u8>(at++, MINUS);
  if (exponent == 0 && fraction == 0) {
    store<u8>(at, ZERO);
    return at + 1;
  }
  const c = exponent != 0 ? fraction | ((<u64>1) << FRACTION_BITS) : fraction;
  const q = (exponent != 0 ? exponent : 1) - EXPONENT_BIAS;
  if (q <= 0 && q > -FRACTION_BITS - 1 && (c & (((<u64>1) << -q) - 1)) == 0) {
    return decimalText(c >> -q, 0, digits, at);
  }
  return shortestText(c, q, fraction == 0 && exponent > 1, powers, digits, at);
}

function oddText(bits: u64, fraction: u64, text: usize): usize {
  let at = text;
  store<u8>(at++, QUOTE);
  if (fraction != 0) {
    store<u32>(at, NAN_TEXT);
    at += 3;
  } else {
    if (<i64>bits < 0) store<u8>(at++, MINUS);
    store<u64>(at, INFINITY_TEXT);
    at += 8;
  }
  store<u8>(at, QUOTE);
  return at + 1;
}

/** The decimal that is written for `c 2^q`. */
function shortestText(c: u64, q: i32, isLowerCloser: bool, powers: usize, digits: usize, text: usize): usize {
  // floor(log10 2^q), or floor(log10 3/4 2^q)
  const k = (q * 1262611 - (isLowerCloser ? 524031 : 0)) >> 22;
  const h = q + ((-k * 1741647) >> 19) + 1;
  const g = powers + ((<usize>(-k - LEAST_POWER)) << 4);
  const low = load<u64>(g);
  const high = load<u64>(g, 8);

  // 192 bits of the number, of which the lowest word only carries.
  const cp = (4 * c) << h;
  const lowest = low * cp;
  const part = high * cp;
  const middle = part + highWord(low, cp);
  const highest = highWord(high, cp) + u64(middle < part);
  const v = odd(highest, middle);

  // Halfway to its neighbours; the one below is half as far where it has another exponent.
  const isOdd = c & 1;
  const up = h + 1;
  const sum = lowest + (low << up);
  const carry = u64(sum < lowest);
  const step = (high << up) | (low >> (64 - up));
  const above = middle + step;
  const aboveCarry = u64(above < middle) + u64(above + carry < above);
  const upper = odd(highest + (high >> (64 - up)) + aboveCarry, above + carry) - isOdd;

  const down = isLowerCloser ? h : up;
  const borrow = u64(lowest < low << down);
  const back = (high << down) | (low >> (64 - down));
  const below = middle - back;
  const belowBorrow = u64(middle < back) + u64(below < borrow);
  const lower = odd(highest - (high >> (64 - down)) - belowBorrow, below - borrow) + isOdd;

  const s = v >> 2;
  if (s >= 10) {
    const tens = s / 10;
    const isBelow = lower <= 40 * tens;
    const isAbove = 40 * tens + 40 <= upper;
    if (isBelow != isAbove) return strippedText(tens + u64(isAbove), k + 1, digits, text);
  }
  const isBelow = lower <= 4 * s;
  const isAbove = 4 * s + 4 <= upper;
  if (isBelow != isAbove) return strippedText(s + u64(isAbove), k, digits, text);
  const half = 4 * s + 2;
  const isUp = v > half || (v == half && (s & 1) != 0);
  return strippedText(s + u64(isUp), k, digits, text);
}

/** The highest word, with its last bit set where there are others below. */
function odd(highest: u64, middle: u64): u64 {
  return highest | u64(middle > 1);
}

function highWord(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const first = a1 * b0 + ((a0 * b0) >> 32);
  const second = a0 * b1 + (first & 0xffffffff);
  return a1 * b1 + (first >> 32) + (second >> 32);
}

/** Writes `n 10^k` without the zeros at the end of `n`. */
function strippedText(n: u64, k: i32, digits: usize, text: usize): usize {
  let rest = n;
  let power = k;
  let tens = rest / 10;
  if (tens * 10 == rest) {
    for (let part: u64 = rest / 100000000; part * 100000000 == rest; part = rest / 100000000) {
      rest = part;
      power += 8;
    }
    for (tens = rest / 10; tens * 10 == rest; tens = rest / 10) {
      rest = tens;
      power++;
    }
  }
  return decimalText(rest, power, digits, text);
}

/** Writes `n 10^k`. */
function decimalText(n: u64, k: i32, digits: usize, text: usize): usize {
  const upper = n / 100000000;
  const top = upper / 100000000;
  store<u64>(digits, eightDigits(<u32>top));
  store<u64>(digits, eightDigits(<u32>(upper - top * 100000000)), 8);
  store<u64>(digits, eightDigits(<u32>(n - upper * 100000000)), 16);
  const length = lengthOf(n);
  const first = digits + DIGITS - length;
  const point = length + k;
  if (k >= 0 && point <= LONGEST) {
    v128.store(text, v128.load(first));
    store<u64>(text, load<u64>(first, 16), 16);
    memory.fill(text + length, ZERO, k);
    return text + point;
  }
  if (point > 0 && point <= LONGEST) {
    v128.store(text, v128.load(first));
    store<u8>(text + point, POINT);
    v128.store(text + point + 1, v128.load(first + point));
    return text + length + 1;
  }
  if (point > MOST_ZEROS && point <= 0) {
    store<u64>(text, 0x3030303030302e30);
    v128.store(text + 2 - point, v128.load(first));
    store<u64>(text + 2 - point, load<u64>(first, 16), 16);
    return text + 2 - point + length;
  }
  return exponentText(first, length, point - 1, text);
}

function exponentText(first: usize, length: i32, exponent: i32, text: usize): usize {
  let at = text;
  store<u8>(at++, load<u8>(first));
  if (length > 1) {
    store<u8>(at++, POINT);
    v128.store(at, v128.load(first + 1));
    at += length - 1;
  }
  store<u8>(at++, SMALL_E);
  store<u8>(at++, exponent < 0 ? MINUS : PLUS);
  const size = exponent < 0 ? -exponent : exponent;
  if (size >= 100) store<u8>(at++, ZERO + <u8>(size / 100));
  if (size >= 10) store<u8>(at++, ZERO + <u8>((size / 10) % 10));
  store<u8>(at, ZERO + <u8>(size % 10));
  return at + 1;
}

/** Number of digits, at least one. */
function lengthOf(n: u64): i32 {
  // Most numbers have sixteen or seventeen.
  if (n >= 1000000000000000 && n < 100000000000000000) return n < 10000000000000000 ? 16 : 17;
  let length = 1;
  let rest = n;
  if (rest >= 10000000000000000) {
    rest /= 10000000000000000;
    length += 16;
  }
  if (rest >= 100000000) {
    rest /= 100000000;
    length += 8;
  }
  let short = <u32>rest;
  if (short >= 10000) {
    short /= 10000;
    length += 4;
  }
  if (short >= 100) return length + (short >= 1000 ? 3 : 2);
  return length + i32(short >= 10);
}

/** Eight digits of a number below 10^8 as bytes, the first one lowest. */
function eightDigits(n: u32): u64 {
  const fours = n / 10000;
  const four = (<u64>fours) | ((<u64>(n - fours * 10000)) << 32);
  const twos = ((four * 10486) >> 20) & 0x0000007f0000007f;
  const two = twos | ((four - 100 * twos) << 16);
  const ones = ((two * 103) >> 10) & 0x000f000f000f000f;
  return ones | ((two - 10 * ones) << 8) | 0x3030303030303030;
}
