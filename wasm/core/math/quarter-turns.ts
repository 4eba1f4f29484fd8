// Takes the nearest whole number of quarter turns off an angle, also where it is huge.
//
// twin       src/core/math/quarter-turns.ts
// precision  rest within 2^-60 of its size

import { at } from '../../shared/rows';

/** pi / 2 in parts; the first three have 33 bits, so that their products with up to 2^20 are exact. */
const FIRST: f64 = 1.5707963267341256;
const SECOND: f64 = 6.077100506303966e-11;
const THIRD: f64 = 2.0222662487111665e-21;
const FOURTH: f64 = 8.4784276603689e-32;
const QUARTER: f64 = 0.7853981633974483;
const INVERSE: f64 = 0.6366197723675814;
const LARGEST_SHORT: f64 = 1048576;
const HALF_PI: f64 = 1.5707963267948966;
const HALF_PI_LOW: f64 = 6.123233995736766e-17;

/** Upper bits of 2 / pi, 32 in each word, after 96 zero bits; zeros follow. */
const ZERO_WORDS = 3;
const TWO_OVER_PI: usize = memory.data<u32>([
  0, 0, 0, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab, 0xdebbc561,
  0xb7246e3a, 0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e, 0xe88235f5, 0x2ebb4484, 0xe99c7026,
  0xb45f7e41, 0x3991d639, 0x835339f4, 0x9c845f8b, 0xbdf9283b, 0x1ff897ff, 0xde05980f, 0xef2f118b, 0x5a0a6d1f,
  0x6d367ecf, 0x27cb09b7, 0x4f463f66, 0x9e5fea2d, 0x7527bac7, 0xebe5f17b, 0x3d0739f7, 0x8a5292ea, 0x6bfb5fb1,
  0x1f8d5d08, 0x56033046, 0xfc7b0000, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);
/** Words of the fraction of a turn that are kept, and room for them. */
const WORDS = 8;
const FRACTION: usize = memory.data(64, 16);

/**
 * Writes the rest of an angle as the sum of two numbers, radians in `[-pi / 4, pi / 4]`; answers the number of
 * quarters modulo 4.
 */
export function quarterTurns(x: f64, rest: usize): i32 {
  const size = abs(x);
  if (size <= QUARTER) {
    store<f64>(rest, x);
    store<f64>(rest, 0, 8);
    return 0;
  }
  const quarter = size < LARGEST_SHORT ? ofShort(size, rest) : ofLong(size, rest);
  if (x > 0) return quarter;
  store<f64>(rest, -at(rest, 0));
  store<f64>(rest, -at(rest, 1), 8);
  return (4 - quarter) & 3;
}

function ofShort(x: f64, rest: usize): i32 {
  const quarters = Math.floor(x * INVERSE + 0.5);
  store<f64>(rest, x - quarters * FIRST);
  store<f64>(rest, 0, 8);
  takeOff(quarters * SECOND, rest);
  takeOff(quarters * THIRD, rest);
  takeOff(quarters * FOURTH, rest);
  normalize(rest);
  return (<i32>quarters) & 3;
}

function takeOff(step: f64, rest: usize): void {
  const high = at(rest, 0);
  const left = high - step;
  const taken = high - left;
  store<f64>(rest, left);
  store<f64>(rest, at(rest, 1) + (high - (left + taken) - (step - taken)), 8);
}

function normalize(rest: usize): void {
  const high = at(rest, 0);
  const sum = high + at(rest, 1);
  store<f64>(rest, high - sum + at(rest, 1), 8);
  store<f64>(rest, sum);
}

/** In whole numbers: `x = mantissa 2^exponent` times those bits of 2 / pi that do not give whole turns. */
function ofLong(x: f64, rest: usize): i32 {
  const bits = reinterpret<u64>(x);
  const mantissa = (bits & 0x000fffffffffffff) | 0x0010000000000000;
  const exponent = <i32>(bits >> 52) - 1075;
  // Bit i of 2 / pi is worth 2^-i; the product with bits before `exponent - 1` is a multiple of 4.
  multiply(mantissa, exponent - 2);
  // The product's last 256 bits: two of quarters, and the fraction of one.
  const top = load<u32>(FRACTION);
  const quarter = <i32>(top >> 30);
  const isUpper = ((top >> 29) & 1) == 1;
  fractionOf(isUpper, rest);
  timesHalfPi(rest);
  return (quarter + (isUpper ? 1 : 0)) & 3;
}

/** Leaves in `FRACTION` the lower 256 bits of the product with the 256 bits of 2 / pi after the first `skip`. */
function multiply(mantissa: u64, skip: i32): void {
  const from = skip + 32 * ZERO_WORDS;
  const low = mantissa & 0xffffffff;
  const high = mantissa >> 32;
  let carry: u64 = 0;
  let before: u64 = 0;
  for (let i = WORDS - 1; i >= 0; i--) {
    const word = wordAt(from + 32 * i);
    const a = low * word;
    const b = high * before;
    const sum = (a & 0xffffffff) + (b & 0xffffffff) + (carry & 0xffffffff);
    store<u32>(FRACTION + (i << 2), <u32>sum);
    carry = (carry >> 32) + (a >> 32) + (b >> 32) + (sum >> 32);
    before = word;
  }
}

/** 32 bits of 2 / pi, zeros before and after it. */
function wordAt(bit: i32): u64 {
  const address = TWO_OVER_PI + ((bit >> 5) << 2);
  const shift = bit & 31;
  const both = ((<u64>load<u32>(address)) << 32) | load<u32>(address, 4);
  return (both >> (32 - shift)) & 0xffffffff;
}

/** The fraction of a quarter, less one where it is from a half on, as the sum of two numbers. */
function fractionOf(isUpper: bool, rest: usize): void {
  store<u32>(FRACTION, load<u32>(FRACTION) & 0x3fffffff);
  let high: f64 = 0;
  let low: f64 = 0;
  let borrow: i64 = 0;
  // From the smallest part on; a fraction from a half on is taken from 1, word by word.
  let weight = reinterpret<f64>((<i64>(1023 - 254)) << 52);
  for (let i = WORDS - 1; i >= 0; i--) {
    let word = <i64>load<u32>(FRACTION + (i << 2));
    if (isUpper) {
      word = (i == 0 ? 0x40000000 : 0) - word - borrow;
      borrow = word < 0 ? 1 : 0;
      word += borrow << 32;
    }
    const part = <f64>word * weight;
    const sum = high + part;
    low += part - sum + high;
    high = sum;
    weight *= 4294967296;
  }
  store<f64>(rest, isUpper ? -high : high);
  store<f64>(rest, isUpper ? -low : low, 8);
  normalize(rest);
}

function timesHalfPi(rest: usize): void {
  const high = at(rest, 0);
  const low = at(rest, 1);
  const product = high * HALF_PI;
  const lost = lostOf(high, HALF_PI, product);
  store<f64>(rest, product);
  store<f64>(rest, lost + (high * HALF_PI_LOW + low * HALF_PI), 8);
  normalize(rest);
}

/** What a rounded product lacks. */
function lostOf(a: f64, b: f64, product: f64): f64 {
  const aTop = reinterpret<f64>(reinterpret<u64>(a) & 0xfffffffff8000000);
  const bTop = reinterpret<f64>(reinterpret<u64>(b) & 0xfffffffff8000000);
  const aLow = a - aTop;
  const bLow = b - bTop;
  return aTop * bTop - product + aTop * bLow + aLow * bTop + aLow * bLow;
}
