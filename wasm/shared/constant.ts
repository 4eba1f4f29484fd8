// Numbers that loops use lie in memory and are loaded before the loop: as literals they would be built
// anew, in three instructions, at every use.

/** `[c, c]` of the number at an address. */
export function both(address: usize): v128 {
  return v128.load_splat<f64>(address);
}

/** Two numbers of tables at the addresses `low` and `high`. */
export function gathered(low: usize, high: usize): v128 {
  return v128.load_lane<f64>(high, v128.load_splat<f64>(low), 1);
}

/** Nearest f64 below with 21 significant bits, whose square is exact. */
export function withoutLowWord(x: f64): f64 {
  return reinterpret<f64>(reinterpret<u64>(x) & 0xffffffff00000000);
}
