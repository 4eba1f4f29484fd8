// Kaufman's average, begun with the row of x before the first one.
//
// A row takes `keep * y[1] + add`. Two rows one after the other take the product of their `keep`, four that of two such
// products: each row looks back two and four rows by itself, so that nothing is moved from lane to lane, and what is
// carried on is multiplied and added once in four rows.
//
// twin       src/indicators/overlap/kama.ts, whose docstring defines the result
// state      slowest and fastest weight's root | whether it has begun, last two values, then keeps and adds, each of the
//            last row and of the rows at work [131]
// precision  rtol 1e-13 of the twin; same bits for a prefix of the input

import { fixed, sizeBits, sizes } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

const BEGUN: usize = 16;
const VALUES: usize = 24;
const KEEPS: usize = 48;
/** From a row's keep to its add. */
const NEXT: usize = 132 * 8;
const ADDS: usize = KEEPS + NEXT;

/** Rows that are weighed at a time: processors fetch about as many ahead, which then come while the average moves on. */
const NEAR_ROWS = 128;
/** TA-Lib's zero test. */
const NEAR_ZERO: usize = memory.data<f64>([1e-14]);
const ONE: usize = memory.data<f64>([1]);

/**
 * @param past  x some rows ago
 * @param way   sum of the sizes of the changes since then
 */
export function kaufmanAverage(state: usize, count: i32, x: usize, past: usize, way: usize, y: usize): void {
  if (load<f64>(state, BEGUN) == 0) begin(state, load<f64>(x - 8));
  for (let done = 0; done < count; done += NEAR_ROWS) {
    const rows = min(count - done, NEAR_ROWS);
    weigh(state, rowOf(x, done), rowOf(past, done), rowOf(way, done), rows);
    moveOn(state, rowOf(y, done), rows);
  }
}

/** A row before the first one that kept nothing of what was before it. */
function begin(state: usize, level: f64): void {
  store<f64>(state, 1, BEGUN);
  v128.store(state, f64x2.splat(level), VALUES);
  store<f64>(state + KEEPS - 8, 0);
  store<f64>(state + ADDS - 8, level);
}

function weigh(state: usize, x: usize, past: usize, way: usize, rows: i32): void {
  const slowest = v128.load_splat<f64>(state);
  const span = fixed(load<f64>(state, 8) - load<f64>(state));
  const one = v128.load_splat<f64>(ONE);
  const nothing = v128.load_splat<f64>(NEAR_ZERO);
  const bits = sizeBits();
  let keep = state + KEEPS;
  const end = rowOf(keep, rows);
  while (keep < end) {
    const low = v128.load(x);
    const high = v128.load(x, 16);
    const lowRoot = rootsOf(low, v128.load(past), v128.load(way), bits, one, nothing, span, slowest);
    const highRoot = rootsOf(
      high,
      v128.load(past, 16),
      v128.load(way, 16),
      bits,
      one,
      nothing,
      span,
      slowest,
    );
    const lowWeight = f64x2.mul(lowRoot, lowRoot);
    const highWeight = f64x2.mul(highRoot, highRoot);
    v128.store(keep, f64x2.sub(one, lowWeight));
    v128.store(keep, f64x2.sub(one, highWeight), 16);
    v128.store(keep, f64x2.mul(lowWeight, low), NEXT);
    v128.store(keep, f64x2.mul(highWeight, high), NEXT + 16);
    x += 32;
    past += 32;
    way += 32;
    keep += 32;
  }
}

/** Roots of weights: between the slowest and the fastest, as straight as the way is. */
function rootsOf(
  x: v128,
  past: v128,
  way: v128,
  bits: v128,
  one: v128,
  nothing: v128,
  span: v128,
  slowest: v128,
): v128 {
  const share = f64x2.div(sizes(f64x2.sub(x, past), bits), way);
  // All bits set are NaN, which the lesser of the two is not.
  const straightness = f64x2.pmin(one, v128.or(share, f64x2.lt(way, nothing)));
  return f64x2.add(f64x2.mul(straightness, span), slowest);
}

/** Moves on in groups of four rows, the last one over its end. */
function moveOn(state: usize, y: usize, rows: i32): void {
  let keep = state + KEEPS;
  const end = rowOf(keep, rows);
  const before = v128.load(state, VALUES);
  let near = before;
  let far = before;
  // Of two rows: what they keep of the two before, and what they add to that.
  let kept = f64x2.splat(0);
  let added = before;
  let value = y;
  while (keep < end) {
    const own = v128.load(keep);
    const nearKept = f64x2.mul(own, v128.load(keep - 8));
    const nearAdded = f64x2.add(v128.load(keep, NEXT), f64x2.mul(own, v128.load(keep - 8, NEXT)));
    near = f64x2.add(
      f64x2.add(nearAdded, f64x2.mul(nearKept, added)),
      f64x2.mul(f64x2.mul(nearKept, kept), near),
    );
    v128.store(value, near);
    const next = v128.load(keep, 16);
    kept = f64x2.mul(next, v128.load(keep, 8));
    added = f64x2.add(v128.load(keep, NEXT + 16), f64x2.mul(next, v128.load(keep, NEXT + 8)));
    far = f64x2.add(f64x2.add(added, f64x2.mul(kept, nearAdded)), f64x2.mul(f64x2.mul(kept, nearKept), far));
    v128.store(value, far, 16);
    keep += 32;
    value += 32;
  }
  const last = rowOf(y, rows - 1);
  const lastTwo =
    rows > 1 ? v128.load(last - 8) : v128.shuffle<f64>(before, v128.load_splat<f64>(last), 1, 2);
  v128.store(state, lastTwo, VALUES);
  store<f64>(state + KEEPS - 8, load<f64>(end - 8));
  store<f64>(state + ADDS - 8, load<f64>(end - 8, NEXT));
}
