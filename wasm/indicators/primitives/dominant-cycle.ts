// Length of the dominant cycle, the phasor it is measured by, and the smoothed rows it is measured in.
//
// A row's gain follows from the length before, so rows cannot be computed side by side: what counts is the
// way from one length to the next. All that a row's phasor and its products depend on except the gain is
// known early; they are polynomials in the gain, whose coefficients are computed while the length before is
// still under way. The length is a function of the tangent of the phase's turn, taken from a table of short
// series instead of an arc tangent and two divisions.
//
// What a length was long ago is forgotten: of a long call the last rows are done beside the first ones, from rows
// before them and from nothing. Where the first ones get there, both must have come to the same; else the last rows
// are done anew.
//
// twin       src/indicators/primitives/dominant-cycle.ts
// state      row at which the filters start | rows taken, lengths, phasor, products, gain, buffers; the same of the last
//            rows, and of the row at which they take over
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { atan } from '../../core/math/atan';
import { both } from '../../shared/constant';
import { highTwice, lowTwice, pair } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const PERIOD: usize = 16;
const SMOOTH_PERIOD: usize = 24;
const PHASOR: usize = 32;
const PRODUCTS: usize = 48;
const GAIN: usize = 64;

/** Rows that are taken at once, and those before them that the filters reach back to. */
const CHUNK = 256;
const BACK = 10;
/** Buffers of smoothed rows, filtered ones, detrended ones, and their quadrature: 268 rows each. */
const SMOOTHED: usize = 80;
const FILTERED: usize = 2224;
const DETRENDED: usize = 4368;
const TURNED: usize = 6512;
const CHAIN_BYTES: usize = 8656;

/** Row at which the last rows take over, and rows before it that they begin with: whole chunks. */
const HANDOVER = 2560;
const WARM_UP = 1024;
/** Most that they may differ then, as a share of each quantity's size. */
const AGREEMENT: f64 = 1e-14;

/** The gain after a length C that follows a smoothed one B is `SLOPE (C + 4 B + 36)`; the filters' weights times SLOPE. */
const SLOPE: f64 = 0.015;
const OUTER_WEIGHT: f64 = 0.0962;
const INNER_WEIGHT: f64 = 0.5769;
const OUTER: f64 = OUTER_WEIGHT * SLOPE;
const INNER: f64 = INNER_WEIGHT * SLOPE;

const SHORTEST: f64 = 6;
const LONGEST: f64 = 50;
/** Nodes between 1/8 and 2, 32 an octave; one below them stands for 50, one above for 6. */
const NODES = 128;
const BASE = 0x7f7f;
/** Coefficients of `2 pi / atan(c + d)` in d, 8 of each node. */
const LENGTHS: usize = memory.data(8320, 16);
const DEGREE = 7;
let isFilled = false;

const BASES: usize = memory.data<i64>([0x7f7f]);
const LAST: usize = memory.data<i64>([0x7f7f + 129]);
const NODE_MASK: usize = memory.data<u64>([0xffff800000000000]);
const NODE_MIDDLE: usize = memory.data<u64>([0x0000400000000000]);
const NEGATE_SECOND: usize = memory.data<f64>([0, -0.0]);
const KEEP: usize = memory.data<f64>([0.8]);
const TAKE: usize = memory.data<f64>([0.2]);
const LOWEST: usize = memory.data<f64>([6]);
const HIGHEST: usize = memory.data<f64>([50]);
/** Products up to it lose digits; on flat rows only, and there the twin's very length matters. */
const TINY: usize = memory.data<f64>([1e-290]);
const SLOWER: usize = memory.data<f64>([0.67]);
const FASTER: usize = memory.data<f64>([1.5]);
/** Room for the coefficients of an arc tangent. */
const ANGLES: usize = memory.data(64, 16);
const TURN: f64 = 6.283185307179586;

export function dominantCycle(
  state: usize,
  count: i32,
  x: usize,
  smoothed: usize,
  inPhase: usize,
  quadrature: usize,
  cycle: usize,
): void {
  if (!isFilled) fill();
  const taken = <i32>load<f64>(state, TAKEN);
  if (taken == 0) store<f64>(state, 36, GAIN);
  store<f64>(state, <f64>(taken + count), TAKEN);
  const skipped = min(max(<i32>load<f64>(state) - taken, 0), count);
  for (let i = 0; i < skipped; i++) store<f64>(rowOf(smoothed, i), 0);
  const rows = count - skipped;
  x = rowOf(x, skipped);
  smoothed = rowOf(smoothed, skipped);
  inPhase = rowOf(inPhase, skipped);
  quadrature = rowOf(quadrature, skipped);
  cycle = rowOf(cycle, skipped);
  let done = 0;
  if (rows > HANDOVER && inTwo(state, rows, x, smoothed, inPhase, quadrature, cycle)) done = rows;
  else if (rows > HANDOVER) done = HANDOVER;
  for (; done < rows; done += CHUNK) {
    const taking = min(CHUNK, rows - done);
    smooth(state, taking, rowOf(x, done), rowOf(smoothed, done));
    follow(state, 0, taking, rowOf(inPhase, done), rowOf(quadrature, done), rowOf(cycle, done));
    keepLast(state, taking);
  }
}

/** All rows, the last ones beside the first ones; answers false where only the first ones are right. */
function inTwo(
  state: usize,
  rows: i32,
  x: usize,
  smoothed: usize,
  inPhase: usize,
  quadrature: usize,
  cycle: usize,
): bool {
  const late = state + CHAIN_BYTES;
  const handed = late + CHAIN_BYTES;
  memory.fill(late, 0, CHAIN_BYTES);
  store<f64>(late, 36, GAIN);
  for (let done = 0; done < HANDOVER; done += CHUNK) {
    const ahead = HANDOVER - WARM_UP + done;
    const lateRows = min(max(rows - ahead, 0), CHUNK);
    if (ahead == HANDOVER) memory.copy(handed, late, CHAIN_BYTES);
    smooth(state, CHUNK, rowOf(x, done), rowOf(smoothed, done));
    if (lateRows > 0) smooth(late, lateRows, rowOf(x, ahead), rowOf(smoothed, ahead));
    for (let i = 0; i < lateRows; i++) {
      takeRow(state, i, rowOf(inPhase, done), rowOf(quadrature, done), rowOf(cycle, done));
      takeRow(late, i, rowOf(inPhase, ahead), rowOf(quadrature, ahead), rowOf(cycle, ahead));
    }
    follow(state, lateRows, CHUNK, rowOf(inPhase, done), rowOf(quadrature, done), rowOf(cycle, done));
    keepLast(state, CHUNK);
    if (lateRows > 0) keepLast(late, lateRows);
  }
  if (!agrees(state, handed)) return false;
  memory.copy(state + PERIOD, late + PERIOD, CHAIN_BYTES - PERIOD);
  return true;
}

/** Whether two chains are at the same row's state. */
function agrees(a: usize, b: usize): bool {
  let isSame = isNear(a, b, PERIOD, 2) && isNear(a, b, PHASOR, 2) && isNear(a, b, PRODUCTS, 2);
  isSame = isSame && isNear(a, b, GAIN, 1) && isNear(a, b, SMOOTHED, BACK);
  return isSame && isNear(a, b, DETRENDED, BACK) && isNear(a, b, TURNED, BACK);
}

/** Whether numbers at a place differ by no more than rounding of the largest of them. */
function isNear(a: usize, b: usize, place: usize, count: i32): bool {
  let size: f64 = 0;
  let distance: f64 = 0;
  for (let i = 0; i < count; i++) {
    const one = at(a + place, i);
    size = max<f64>(size, abs(one));
    distance = max<f64>(distance, abs(one - at(b + place, i)));
  }
  return distance <= size * AGREEMENT;
}

function follow(state: usize, from: i32, rows: i32, inPhase: usize, quadrature: usize, cycle: usize): void {
  for (let i = from; i < rows; i++) takeRow(state, i, inPhase, quadrature, cycle);
}

/** Means of the last four rows, weights 4 to 1, and what the first filter makes of them before its gain. */
function smooth(state: usize, rows: i32, x: usize, smoothed: usize): void {
  const four = f64x2.splat(4);
  const three = f64x2.splat(3);
  const two = f64x2.splat(2);
  const ten = f64x2.splat(10);
  const outer = f64x2.splat(OUTER_WEIGHT);
  const inner = f64x2.splat(INNER_WEIGHT);
  const slope = f64x2.splat(SLOPE);
  let buffer = state + SMOOTHED;
  let filtered = state + FILTERED;
  const end = rowOf(smoothed, rows);
  while (smoothed < end) {
    const recent = f64x2.add(f64x2.mul(four, v128.load(x)), f64x2.mul(three, v128.load(x - 8)));
    const sum = f64x2.add(f64x2.add(recent, f64x2.mul(two, v128.load(x - 16))), v128.load(x - 24));
    const mean = f64x2.div(sum, ten);
    v128.store(smoothed, mean);
    v128.store(buffer, mean, 8 * BACK);
    const far = f64x2.sub(f64x2.mul(outer, mean), f64x2.mul(outer, v128.load(buffer, 8 * (BACK - 6))));
    const near = f64x2.add(far, f64x2.mul(inner, v128.load(buffer, 8 * (BACK - 2))));
    const sumOfTaps = f64x2.sub(near, f64x2.mul(inner, v128.load(buffer, 8 * (BACK - 4))));
    v128.store(filtered, f64x2.mul(sumOfTaps, slope));
    x += 16;
    smoothed += 16;
    buffer += 16;
    filtered += 16;
  }
}

/** One row: its polynomials in the gain, of the phasor `a` and of its products with the one before, and its length. */

function takeRow(state: usize, i: i32, inPhase: usize, quadrature: usize, cycle: usize): void {
  const keep = both(KEEP);
  const take = both(TAKE);
  const d = rowOf(state + DETRENDED, i);
  const t = rowOf(state + TURNED, i);
  const phasor = v128.load(state, PHASOR);
  const f = load<f64>(rowOf(state + FILTERED, i));
  const ago3 = load<f64>(d, 8 * (BACK - 3));
  const turned =
    INNER * (load<f64>(d, 8 * (BACK - 2)) - load<f64>(d, 8 * (BACK - 4))) -
    OUTER * load<f64>(d, 8 * (BACK - 6));
  const lead =
    INNER * (load<f64>(d, 8 * (BACK - 5)) - load<f64>(d, 8 * (BACK - 7))) +
    OUTER * (ago3 - load<f64>(d, 8 * (BACK - 9)));
  const lag =
    INNER * (load<f64>(t, 8 * (BACK - 2)) - load<f64>(t, 8 * (BACK - 4))) -
    OUTER * load<f64>(t, 8 * (BACK - 6));
  const a0 = f64x2.add(f64x2.mul(take, f64x2.replace_lane(f64x2.splat(0), 0, ago3)), f64x2.mul(keep, phasor));
  const a1 = f64x2.mul(take, pair(-lag, turned + lead));
  const a2 = f64x2.mul(take, pair(-OUTER * turned, OUTER * f));
  const a3 = f64x2.mul(take, f64x2.replace_lane(f64x2.splat(0), 0, -OUTER * (OUTER * f)));
  const mixed = f64x2.mul(take, phasor);
  const across = v128.xor(v128.shuffle<f64>(mixed, mixed, 1, 0), v128.load(NEGATE_SECOND));
  const b0 = f64x2.add(f64x2.mul(keep, v128.load(state, PRODUCTS)), product(a0, mixed, across));
  const b1 = product(a1, mixed, across);
  const b2 = product(a2, mixed, across);
  const b3 = product(a3, mixed, across);

  const gain = v128.load64_splat(state, GAIN);
  const square = f64x2.mul(gain, gain);
  const products = cubic(b0, b1, b2, b3, gain, square);
  v128.store(state, products, PRODUCTS);
  v128.store(state, cubic(a0, a1, a2, a3, gain, square), PHASOR);
  const gainAlone = f64x2.extract_lane(gain, 0);
  const detrended = f * gainAlone;
  const quarter = (turned + OUTER * detrended) * gainAlone;
  store<f64>(d, detrended, 8 * BACK);
  store<f64>(t, quarter, 8 * BACK);
  store<f64>(rowOf(inPhase, i), ago3);
  store<f64>(rowOf(quadrature, i), quarter);
  settle(state, rowOf(cycle, i), lengthOf(state, products));
}

/** Length of a cycle from the products of its phasors. */

function lengthOf(state: usize, products: v128): v128 {
  if (v128.any_true(f64x2.le(f64x2.abs(products), both(TINY)))) return f64x2.splat(lengthOfTiny(state));
  const tangent = f64x2.div(highTwice(products), lowTwice(products));
  const node = v128.or(v128.and(tangent, both(NODE_MASK)), both(NODE_MIDDLE));
  const place = i32x4.min_s(i32x4.max_s(i64x2.shr_u(tangent, 47), both(BASES)), both(LAST));
  return lengthAt(i32x4.extract_lane(place, 0), f64x2.sub(tangent, node));
}

/** Takes a length: within a share of the one before and the bounds of all lengths; a NaN gives the lower bound. */

function settle(state: usize, cycle: usize, length: v128): void {
  const lowest = both(LOWEST);
  const highest = both(HIGHEST);
  const period = load<f64>(state, PERIOD);
  const before = f64x2.splat(period);
  const low = f64x2.pmin(f64x2.pmax(f64x2.mul(before, both(SLOWER)), lowest), highest);
  const high = f64x2.pmin(f64x2.pmax(f64x2.mul(before, both(FASTER)), lowest), highest);
  const within = f64x2.extract_lane(f64x2.pmin(f64x2.pmax(low, length), high), 0);
  const smoothPeriod = 0.33 * (0.2 * within + 0.8 * period) + 0.67 * load<f64>(state, SMOOTH_PERIOD);
  store<f64>(state, within + (4 * period + 36), GAIN);
  store<f64>(state, 0.2 * within + 0.8 * period, PERIOD);
  store<f64>(state, smoothPeriod, SMOOTH_PERIOD);
  store<f64>(cycle, smoothPeriod);
}

/** `a0 + a1 g + a2 g^2 + a3 g^3` */
function cubic(a0: v128, a1: v128, a2: v128, a3: v128, g: v128, square: v128): v128 {
  const low = f64x2.add(a0, f64x2.mul(a1, g));
  return f64x2.add(low, f64x2.mul(square, f64x2.add(a2, f64x2.mul(a3, g))));
}

/** Real and imaginary part of a phasor times the conjugate of another, given as itself and turned. */
function product(a: v128, itself: v128, turned: v128): v128 {
  return f64x2.add(f64x2.mul(lowTwice(a), itself), f64x2.mul(highTwice(a), turned));
}

function lengthAt(place: i32, distance: v128): v128 {
  const entry = (place << 6) + (LENGTHS - (BASE << 6));
  const square = f64x2.mul(distance, distance);
  const low = f64x2.add(v128.load(entry), f64x2.mul(square, v128.load(entry, 16)));
  const high = f64x2.add(v128.load(entry, 32), f64x2.mul(square, v128.load(entry, 48)));
  const sums = f64x2.add(low, f64x2.mul(f64x2.mul(square, square), high));
  return f64x2.add(lowTwice(sums), f64x2.mul(distance, highTwice(sums)));
}

/** The length as the twin computes it: the one before where there is no turn; 0 where it is backwards. */
function lengthOfTiny(state: usize): f64 {
  const real = load<f64>(state, PRODUCTS);
  const imaginary = load<f64>(state, PRODUCTS + 8);
  if (real == 0 || imaginary == 0) return load<f64>(state, PERIOD);
  const tangent = imaginary / real;
  return tangent > 0 ? 360 / (atan(tangent) / (TURN / 360)) : 0;
}

/** Moves what the filters reach back to before the first row of the buffers. */
function keepLast(state: usize, rows: i32): void {
  for (let i = 0; i < BACK; i++) {
    store<f64>(rowOf(state + SMOOTHED, i), at(state + SMOOTHED, rows + i));
    store<f64>(rowOf(state + DETRENDED, i), at(state + DETRENDED, rows + i));
    store<f64>(rowOf(state + TURNED, i), at(state + TURNED, rows + i));
  }
}

/** Power series of the arc tangent by that of its derivative, and of its inverse. */
function fill(): void {
  store<f64>(LENGTHS, LONGEST);
  store<f64>(LENGTHS + ((NODES + 1) << 6), SHORTEST);
  for (let k = 1; k <= NODES; k++) {
    const entry = LENGTHS + (k << 6);
    const node = reinterpret<f64>(((<i64>(BASE + k)) << 47) + 0x0000400000000000);
    const size = 1 + node * node;
    const angle = atan(node);
    store<f64>(ANGLES, angle);
    let derivative = 1 / size;
    let last: f64 = 0;
    for (let n = 1; n <= DEGREE; n++) {
      store<f64>(rowOf(ANGLES, n), derivative / <f64>n);
      const next = -(2 * node * derivative + last) / size;
      last = derivative;
      derivative = next;
    }
    store<f64>(entry, TURN / angle);
    for (let n = 1; n <= DEGREE; n++) {
      let sum: f64 = 0;
      for (let m = 1; m <= n; m++) sum += at(ANGLES, m) * at(entry, n - m);
      store<f64>(rowOf(entry, n), -sum / angle);
    }
  }
  isFilled = true;
}
