// Numbers that loops use lie in memory and are loaded before the loop: as literals they would be built
// anew, in three instructions, at every use.

const PLACE: usize = memory.data(16, 16);

/** `[c, c]` of the number at an address. */
export function both(address: usize): v128 {
  return v128.load_splat<f64>(address);
}

/** `[x, x]` of a number that is computed before a loop: engines would move what it is computed from into the loop. */
export function fixed(x: f64): v128 {
  store<f64>(PLACE, x);
  return v128.load_splat<f64>(PLACE);
}

/** The same of two numbers. */
export function fixedPair(low: f64, high: f64): v128 {
  store<f64>(PLACE, low);
  store<f64>(PLACE, high, 8);
  return v128.load64_lane(PLACE + 8, v128.load64_zero(PLACE), 1);
}

/** The same two numbers as they are. */
export function fixedVector(v: v128): v128 {
  v128.store(PLACE, v);
  return v128.load(PLACE);
}

/** The same of one that a loop over single rows takes. */
export function fixedNumber(x: f64): f64 {
  store<f64>(PLACE, x);
  return load<f64>(PLACE);
}

/** All bits of each lane but the one for the sign. */
const SIZE_BITS: usize = memory.data<u64>([0x7fffffffffffffff, 0x7fffffffffffffff], 16);

/** For `sizes`. */
export function sizeBits(): v128 {
  return v128.load(SIZE_BITS);
}

/** Sizes of two numbers, in one instruction, where `f64x2.abs` builds its mask each time. */
export function sizes(v: v128, bits: v128): v128 {
  return v128.and(v, bits);
}

/** Two numbers of tables at the addresses `low` and `high`. */
export function gathered(low: usize, high: usize): v128 {
  return v128.load_lane<f64>(high, v128.load_splat<f64>(low), 1);
}

/** Nearest f64 below with 21 significant bits, whose square is exact. */
export function withoutLowWord(x: f64): f64 {
  return reinterpret<f64>(reinterpret<u64>(x) & 0xffffffff00000000);
}
