// Arc tangent.
//
// With c the nearest of the nodes, 16 between powers of two, atan x = atan c + atan((x - c) / (1 + x c)).
//
// twin       src/core/math/atan.ts
// state      none
// precision  rtol 1e-15 of the twin

import { both } from '../../shared/constant';
import { at, rowOf } from '../../shared/rows';

const HALF_PI: f64 = 1.5707963267948966;
const HALF_PI_LOW: f64 = 6.123233995736766e-17;

/** The nodes are 0, and those from 2^-7 to 2^7; upper 16 bits of 2^-7 less one. */
const NODES = 226;
const BASE: i32 = 0x3f7f;
/** c and atan c of each node. */
const TABLE: usize = memory.data(3616, 16);
let isFilled = false;

/** Half of the lowest of a number's upper 16 bits. */
const HALF: usize = memory.data<i64>([0x800000000000]);
/** In those bits: the first node, and the place of the last. */
const FIRST_NODE: usize = memory.data<i64>([0x3f7f000000000000]);
const LAST_NODE: usize = memory.data<i64>([0x00e1000000000000]);
const SIZE: usize = memory.data<i64>([0x7fffffffffffffff]);
/** Its product with a node is still finite. */
const LARGEST: usize = memory.data<f64>([1e300]);
const ONE: usize = memory.data<f64>([1]);
const C3: usize = memory.data<f64>([-0.3333333333333333]);
const C5: usize = memory.data<f64>([0.2]);
const C7: usize = memory.data<f64>([-0.14285714285714285]);

export function arcTangent(state: usize, count: i32, x: usize, y: usize): void {
  if (!isFilled) fill();
  const sizeMask = both(SIZE);
  const largest = both(LARGEST);
  const half = both(HALF);
  const firstNode = both(FIRST_NODE);
  const lastNode = both(LAST_NODE);
  const one = both(ONE);
  const c3 = both(C3);
  const c5 = both(C5);
  const c7 = both(C7);
  const end = rowOf(y, count);
  while (y < end) {
    const row = v128.load(x);
    const bare = v128.and(row, sizeMask);
    const size = f64x2.pmin(bare, largest);
    // The upper 16 bits of the nearest node, less those of the first.
    v128.store(y, i16x8.min_u(i16x8.sub_sat_u(i64x2.add(size, half), firstNode), lastNode));
    const first = v128.load(TABLE + (load<u16>(y, 6) << 4));
    const second = v128.load(TABLE + (load<u16>(y, 14) << 4));
    const node = v128.shuffle<f64>(first, second, 0, 2);
    const t = f64x2.div(f64x2.sub(size, node), f64x2.add(one, f64x2.mul(size, node)));
    const z = f64x2.mul(t, t);
    const tail = f64x2.add(c3, f64x2.mul(z, f64x2.add(c5, f64x2.mul(z, c7))));
    const rest = f64x2.add(t, f64x2.mul(f64x2.mul(t, z), tail));
    const angle = f64x2.add(v128.shuffle<f64>(first, second, 1, 3), rest);
    v128.store(y, v128.or(angle, v128.xor(row, bare)));
    x += 16;
    y += 16;
  }
}

function fill(): void {
  for (let i = 1; i < NODES; i++) {
    const node = reinterpret<f64>((<i64>(BASE + i)) << 48);
    store<f64>(rowOf(TABLE, 2 * i), node);
    store<f64>(rowOf(TABLE, 2 * i + 1), atan(node));
  }
  isFilled = true;
}

/** The twin itself, for numbers above 0. */
export function atan(x: f64): f64 {
  if (x <= 1) return atanOfFraction(x, 0, 0);
  return -atanOfFraction(1 / x, -HALF_PI, -HALF_PI_LOW);
}

/** `base + atan(x)` for x in `[0, 1]`. */
function atanOfFraction(x: f64, base: f64, baseLow: f64): f64 {
  const k = <i32>Math.floor(x * 16 + 0.5);
  const node = <f64>k / 16;
  const t = (x - node) / (1 + x * node);
  const z = t * t;
  let series: f64 = 1.0 / 13.0;
  series = series * z - 1.0 / 11.0;
  series = series * z + 1.0 / 9.0;
  series = series * z - 1.0 / 7.0;
  series = series * z + 1.0 / 5.0;
  series = series * z - 1.0 / 3.0;
  const angle = at(SIXTEENTHS, k);
  const start = base + angle;
  const lost = base - start + angle;
  return start + (t + (t * z * series + (at(SIXTEENTHS_LOW, k) + baseLow + lost)));
}

/** Arc tangents of `k / 16` for k = 0 to 16: the nearest f64, and what it lacks. */
const SIXTEENTHS: usize = memory.data<f64>([
  0, 0.06241880999595735, 0.12435499454676144, 0.18534794999569476, 0.24497866312686414, 0.3028848683749714,
  0.35877067027057225, 0.4124104415973873, 0.4636476090008061, 0.5123894603107377, 0.5585993153435624,
  0.6022873461349642, 0.6435011087932844, 0.6823165548747481, 0.7188299996216245, 0.7531512809621944,
  0.7853981633974483,
]);
const SIXTEENTHS_LOW: usize = memory.data<f64>([
  0, -1.5490756308295046e-18, -3.1253241424539383e-18, 4.180692268843079e-18, 1.0698755618734451e-17,
  -1.1010827903001369e-17, -2.4623815582638635e-17, -1.587652227770689e-17, 2.2698777452961687e-17,
  -2.5462781472855804e-17, -5.4556305485916264e-18, 2.950430737228402e-17, 1.5834785051444286e-17,
  6.943223671560008e-18, -2.1478388444456983e-17, -2.4256934659182068e-17, 3.061616997868383e-17,
]);
