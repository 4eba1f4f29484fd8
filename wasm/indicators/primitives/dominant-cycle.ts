// Length of the dominant cycle, the phasor it is measured by, and the smoothed rows it is measured in.
//
// A row's gain follows from the length before, so rows cannot be computed side by side: what counts is the
// way from one length to the next. All that a row's phasor and its products depend on except the gain is
// known early; they are polynomials in the gain, whose coefficients are computed while the length before is
// still under way. The length is a function of the tangent of the phase's turn, taken from a table of short
// series instead of an arc tangent and two divisions.
//
// twin       src/indicators/primitives/dominant-cycle.ts
// state      row at which the filters start | rows taken, lengths, phasor, products, buffers
// precision  rtol 1e-13 of the twin

import { both, fixed, fixedNumber } from '../../shared/constant';
import { atan } from '../../core/math/atan';
import { highTwice, lowTwice, pair } from '../../shared/lanes';
import { at, rowOf } from '../../shared/rows';

const TAKEN: usize = 8;
const PERIOD: usize = 16;
const SMOOTH_PERIOD: usize = 24;
const PHASOR: usize = 32;
const PRODUCTS: usize = 48;

/** Rows that are taken at once, and those before them that the filters reach back to. */
const CHUNK = 256;
const BACK = 10;
/** Buffers of smoothed rows, filtered ones, detrended ones, and their quadrature: 268 rows each. */
const SMOOTHED: usize = 64;
const FILTERED: usize = 2208;
const DETRENDED: usize = 4352;
const TURNED: usize = 6496;

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
const ONE: usize = memory.data<f64>([1]);
const FIRST_ALONE: usize = memory.data<f64>([1, 0]);
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
  const skipped = min(max(<i32>load<f64>(state) - taken, 0), count);
  for (let i = 0; i < skipped; i++) store<f64>(rowOf(smoothed, i), 0);
  for (let from = skipped; from < count; from += CHUNK) {
    const rows = min(CHUNK, count - from);
    smooth(state, rows, rowOf(x, from), rowOf(smoothed, from));
    const phase = rowOf(inPhase, from);
    const quarter = rowOf(quadrature, from);
    const length = rowOf(cycle, from);
    let done = follow(state, 0, rows, phase, quarter, length, false, 0);
    while (done < rows) done = follow(state, done, rows, phase, quarter, length, true, lengthOfTiny(state));
    keepLast(state, rows);
  }
  store<f64>(state, <f64>(taken + count), TAKEN);
}

/** Means of the last four rows, weights 4 to 1, and what the first filter makes of them before its gain. */
function smooth(state: usize, rows: i32, x: usize, smoothed: usize): void {
  const four = fixed(4);
  const three = fixed(3);
  const two = fixed(2);
  const ten = fixed(10);
  const outer = fixed(OUTER_WEIGHT);
  const inner = fixed(INNER_WEIGHT);
  const slope = fixed(SLOPE);
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

/**
 * Goes on from row `from`; answers the row at which it ended, before the last where products are tiny. The
 * length of that row is `given` when it is resumed: a call in the loop would empty all registers.
 */
function follow(
  state: usize,
  from: i32,
  rows: i32,
  inPhase: usize,
  quadrature: usize,
  cycle: usize,
  isResumed: bool,
  given: f64,
): i32 {
  const inner = fixedNumber(INNER);
  const outer = fixedNumber(OUTER);
  const bases = both(BASES);
  const last = both(LAST);
  const nodeMask = both(NODE_MASK);
  const nodeMiddle = both(NODE_MIDDLE);
  const negateSecond = v128.load(NEGATE_SECOND);
  const keep = both(KEEP);
  const take = both(TAKE);
  const lowest = both(LOWEST);
  const highest = both(HIGHEST);
  const slower = both(SLOWER);
  const faster = both(FASTER);
  const tiny = both(TINY);
  const one = both(ONE);
  const firstAlone = v128.load(FIRST_ALONE);
  let period = load<f64>(state, PERIOD);
  let smoothPeriod = load<f64>(state, SMOOTH_PERIOD);
  let phasor = v128.load(state, PHASOR);
  let products = v128.load(state, PRODUCTS);
  let gain = f64x2.splat(5 * period + 36);
  let d = rowOf(state + DETRENDED, from);
  let t = rowOf(state + TURNED, from);
  let filtered = rowOf(state + FILTERED, from);
  let resumes = isResumed;
  for (let i = from; i < rows; i++) {
    const rest = f64x2.splat(4 * period + 36);
    let length = f64x2.splat(given);
    let raised = f64x2.add(length, rest);
    if (!resumes) {
      // Polynomials in the gain: of the phasor `a`, and of its products with the one before.
      const f = load<f64>(filtered);
      const ago3 = load<f64>(d, 8 * (BACK - 3));
      const turned =
        inner * (load<f64>(d, 8 * (BACK - 2)) - load<f64>(d, 8 * (BACK - 4))) -
        outer * load<f64>(d, 8 * (BACK - 6));
      const lead =
        inner * (load<f64>(d, 8 * (BACK - 5)) - load<f64>(d, 8 * (BACK - 7))) +
        outer * (ago3 - load<f64>(d, 8 * (BACK - 9)));
      const lag =
        inner * (load<f64>(t, 8 * (BACK - 2)) - load<f64>(t, 8 * (BACK - 4))) -
        outer * load<f64>(t, 8 * (BACK - 6));
      const a0 = f64x2.add(
        f64x2.mul(take, f64x2.replace_lane(f64x2.splat(0), 0, ago3)),
        f64x2.mul(keep, phasor),
      );
      const a1 = f64x2.mul(take, pair(-lag, turned + lead));
      const a2 = f64x2.mul(take, pair(-outer * turned, outer * f));
      const a3 = f64x2.mul(take, f64x2.replace_lane(f64x2.splat(0), 0, -outer * (outer * f)));
      const mixed = f64x2.mul(take, phasor);
      const across = v128.xor(v128.shuffle<f64>(mixed, mixed, 1, 0), negateSecond);
      const b0 = f64x2.add(f64x2.mul(keep, products), product(a0, mixed, across));
      const b1 = product(a1, mixed, across);
      const b2 = product(a2, mixed, across);
      const b3 = product(a3, mixed, across);

      const squared = f64x2.mul(gain, gain);
      products = cubic(b0, b1, b2, b3, gain, squared);
      phasor = cubic(a0, a1, a2, a3, gain, squared);
      const gainAlone = f64x2.extract_lane(gain, 0);
      const detrended = f * gainAlone;
      const quarter = (turned + outer * detrended) * gainAlone;
      store<f64>(d, detrended, 8 * BACK);
      store<f64>(t, quarter, 8 * BACK);
      store<f64>(rowOf(inPhase, i), ago3);
      store<f64>(rowOf(quadrature, i), quarter);

      if (v128.any_true(f64x2.le(f64x2.abs(products), tiny))) {
        store<f64>(state, period, PERIOD);
        store<f64>(state, smoothPeriod, SMOOTH_PERIOD);
        v128.store(state, phasor, PHASOR);
        v128.store(state, products, PRODUCTS);
        return i;
      }
      const tangent = f64x2.div(highTwice(products), lowTwice(products));
      const node = v128.or(v128.and(tangent, nodeMask), nodeMiddle);
      const place = i32x4.min_s(i32x4.max_s(i64x2.shr_u(tangent, 47), bases), last);
      const entry = (i32x4.extract_lane(place, 0) << 6) + (LENGTHS - (BASE << 6));
      // All powers of the distance are there before the entry is: `[1, d]` times those of its square.
      const distance = f64x2.sub(tangent, node);
      const square = f64x2.mul(distance, distance);
      const fourth = f64x2.mul(square, square);
      const powers = v128.shuffle<f64>(one, distance, 0, 2);
      const next = f64x2.mul(square, powers);
      const lowTerms = f64x2.add(f64x2.mul(v128.load(entry), powers), f64x2.mul(v128.load(entry, 16), next));
      const highTerms = f64x2.add(
        f64x2.mul(v128.load(entry, 32), f64x2.mul(fourth, powers)),
        f64x2.mul(v128.load(entry, 48), f64x2.mul(fourth, next)),
      );
      length = bothAdded(f64x2.add(lowTerms, highTerms));
      raised = bothAdded(f64x2.add(f64x2.add(lowTerms, f64x2.mul(rest, firstAlone)), highTerms));
    }
    resumes = false;
    // Within a share of the length before, and within the bounds of all lengths; a NaN gives the lower one.
    const before = f64x2.splat(period);
    const low = f64x2.pmin(f64x2.pmax(f64x2.mul(before, slower), lowest), highest);
    const high = f64x2.pmin(f64x2.pmax(f64x2.mul(before, faster), lowest), highest);
    const within = f64x2.pmin(f64x2.pmax(low, length), high);
    gain = f64x2.pmin(f64x2.pmax(f64x2.add(low, rest), raised), f64x2.add(high, rest));
    period = 0.2 * f64x2.extract_lane(within, 0) + 0.8 * period;
    smoothPeriod = 0.33 * period + 0.67 * smoothPeriod;
    store<f64>(rowOf(cycle, i), smoothPeriod);
    filtered += 8;
    d += 8;
    t += 8;
  }
  store<f64>(state, period, PERIOD);
  store<f64>(state, smoothPeriod, SMOOTH_PERIOD);
  v128.store(state, phasor, PHASOR);
  v128.store(state, products, PRODUCTS);
  return rows;
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

/** The sum of two numbers, twice. */
function bothAdded(v: v128): v128 {
  return f64x2.add(v, v128.shuffle<f64>(v, v, 1, 0));
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
