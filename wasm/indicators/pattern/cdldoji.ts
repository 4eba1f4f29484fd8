// 100 where a body is at most a part of the mean range of the bars before, else 0.
//
// The sum is that of recent-bars.ts, and the second half of the rows is done beside the first one as there. What is
// compared is read in the same loop: memory is at work while the sums are, where two passes would wait in turn.
//
// twin       src/indicators/pattern/cdldoji.ts
// state      period, row of the first value, whether the sign of a range counts (0 or 1), the part | rows taken, sum
// precision  the twin's bits; same bits for a prefix of the input

import { changeOf, countedBits, rangeAt, sumBefore } from '../../shared/bar-range';
import { fixed, sizeBits, sizes } from '../../shared/constant';
import { pair } from '../../shared/lanes';
import { rowOf } from '../../shared/rows';
import { LONGEST_GUESSED } from './recent-bars';

const PERIOD: usize = 0;
const FIRST: usize = 8;
const SIGNED: usize = 16;
const PART: usize = 24;
const TAKEN: usize = 32;
const SUM: usize = 40;

const FOUND: f64 = 100;

export function doji(
  state: usize,
  count: i32,
  upper: usize,
  lower: usize,
  open: usize,
  close: usize,
  y: usize,
): void {
  const taken = <i32>load<f64>(state, TAKEN);
  const begin = <i32>load<f64>(state, FIRST);
  store<f64>(state, <f64>(taken + count), TAKEN);
  const skipped = max(begin - taken, 0);
  const rows = count - skipped;
  if (rows <= 0) return;
  const period = load<f64>(state, PERIOD);
  const high = rowOf(upper, skipped);
  const low = rowOf(lower, skipped);
  const first = rowOf(open, skipped);
  const last = rowOf(close, skipped);
  const found = rowOf(y, skipped);
  let sum =
    taken <= begin ? sumBefore(high, low, bitsOf(state), (<usize>period) << 3) : load<f64>(state, SUM);
  const half = period > LONGEST_GUESSED ? 0 : (rows >> 2) << 1;
  if (half > 0) sum = inHalves(state, high, low, first, last, found, half, sum);
  store<f64>(state, oneByOne(state, high, low, first, last, found, 2 * half, rows, sum), SUM);
}

function bitsOf(state: usize): v128 {
  return countedBits(load<f64>(state, SIGNED) != 0);
}

/** Twice `half` bars, an even number, both halves at once; answers the sum after them. */
function inHalves(
  state: usize,
  upper: usize,
  lower: usize,
  open: usize,
  close: usize,
  y: usize,
  half: i32,
  before: f64,
): f64 {
  const period = load<f64>(state, PERIOD);
  const bits = bitsOf(state);
  const far = (<usize>half) << 3;
  const window = (<usize>period) << 3;
  const oldUpper = upper - window;
  const oldLower = lower - window;
  const periods = fixed(period);
  const parts = fixed(load<f64>(state, PART));
  const hundred = fixed(FOUND);
  const unsigned = sizeBits();
  const guess =
    sumBefore(upper + far, lower + far, bits, window) + (before - sumBefore(upper, lower, bits, window));
  let sums = pair(before, guess);
  for (let i: usize = 0; i < far; i += 16) {
    const j = i + far;
    const near = changeOf(
      v128.load(upper + i),
      v128.load(lower + i),
      v128.load(oldUpper + i),
      v128.load(oldLower + i),
      bits,
    );
    const beyond = changeOf(
      v128.load(upper + j),
      v128.load(lower + j),
      v128.load(oldUpper + j),
      v128.load(oldLower + j),
      bits,
    );
    const next = f64x2.add(sums, v128.shuffle<f64>(near, beyond, 0, 2));
    const limit = f64x2.mul(f64x2.div(v128.shuffle<f64>(sums, next, 0, 2), periods), parts);
    const farLimit = f64x2.mul(f64x2.div(v128.shuffle<f64>(sums, next, 1, 3), periods), parts);
    const body = sizes(f64x2.sub(v128.load(close + i), v128.load(open + i)), unsigned);
    const farBody = sizes(f64x2.sub(v128.load(close + j), v128.load(open + j)), unsigned);
    v128.store(y + i, v128.and(hundred, f64x2.le(body, limit)));
    v128.store(y + j, v128.and(hundred, f64x2.le(farBody, farLimit)));
    sums = f64x2.add(next, v128.shuffle<f64>(near, beyond, 1, 3));
  }
  const reached = f64x2.extract_lane(sums, 0);
  if (reached == guess) return f64x2.extract_lane(sums, 1);
  return oneByOne(state, upper, lower, open, close, y, half, 2 * half, reached);
}

/** The rows from `from` to `to - 1`; answers the sum after them. */
function oneByOne(
  state: usize,
  upper: usize,
  lower: usize,
  open: usize,
  close: usize,
  y: usize,
  from: i32,
  to: i32,
  before: f64,
): f64 {
  const period = load<f64>(state, PERIOD);
  const part = load<f64>(state, PART);
  const bits = bitsOf(state);
  const window = (<usize>period) << 3;
  const end = (<usize>to) << 3;
  let sum = before;
  for (let i = (<usize>from) << 3; i < end; i += 8) {
    const body = abs(load<f64>(close + i) - load<f64>(open + i));
    store<f64>(y + i, body <= (sum / period) * part ? FOUND : 0);
    sum += rangeAt(upper + i, lower + i, bits) - rangeAt(upper + i - window, lower + i - window, bits);
  }
  return sum;
}
