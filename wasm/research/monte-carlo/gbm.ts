// Paths of a geometric Brownian motion, four in a vector: log growth at the end and the deepest fall of each.
//
// twin       src/research/monte-carlo/gbm.ts (paths), src/core/random/philox-numbers.ts (numbers)
// in         number of the first path, paths in vectors of four, steps, both words of the seed, mean and deviation
// out        growth f32[4 vectors], log growth after the last step; fall f32[4 vectors], deepest distance of the log growth
//            below its peak, the start included
// precision  random words equal the twin's; normal numbers and sums in f32: log growth within 1e-5 of the twin's for 252 steps
//            of 1 %, so that means and variances agree to their standard errors

const ROUNDS: u32 = 10;
/** Rounds of which most does not depend on the block, done once a path. */
const ROUNDS_AHEAD: u32 = 3;
const MULTIPLIER_0: u64 = 0xd2511f53;
const MULTIPLIER_1: u64 = 0xcd9e8d57;
// prettier-ignore
const MULTIPLIERS: usize = memory.data<u32>([
  0xd2511f53, 0xd2511f53, 0xd2511f53, 0xd2511f53,
  0xcd9e8d57, 0xcd9e8d57, 0xcd9e8d57, 0xcd9e8d57,
], 16);
const WEYL_0: u32 = 0x9e3779b9;
const WEYL_1: u32 = 0xbb67ae85;

/** Keys of the rounds, two vectors each. */
const KEYS: usize = memory.data(320, 16);
/** What the first three rounds leave of four paths, whatever the block. */
const AHEAD: usize = memory.data(64, 16);
/** Words of two blocks, a vector each: the words of four paths. */
const WORDS: usize = memory.data(128, 16);
/** Normal numbers of two blocks, likewise. */
const NORMALS: usize = memory.data(128, 16);

/** Numbers of the loop, four times each: as literals they would be built anew at every use. */
const MINUS_TWO: usize = memory.data<f32>([-2, -2, -2, -2], 16);
const HALF: usize = memory.data<f32>([0.5, 0.5, 0.5, 0.5], 16);
const ONE: usize = memory.data<f32>([1, 1, 1, 1], 16);
const SIGN: usize = memory.data<f32>([-0.0, -0.0, -0.0, -0.0], 16);
/** An eighth of a turn as a word, and half of pi over 2^30. */
const EIGHTH: usize = memory.data<u32>([0x20000000, 0x20000000, 0x20000000, 0x20000000], 16);
const QUARTER: usize = memory.data<f32>(
  [1.4629180792671596e-9, 1.4629180792671596e-9, 1.4629180792671596e-9, 1.4629180792671596e-9],
  16,
);
/** Bits of the square root of 1/2, of a fraction, and the length of a word. */
const LEAST_MANTISSA: usize = memory.data<u32>([0x3f3504f3, 0x3f3504f3, 0x3f3504f3, 0x3f3504f3], 16);
const FRACTION: usize = memory.data<u32>([0x007fffff, 0x007fffff, 0x007fffff, 0x007fffff], 16);
const WORD_BITS: usize = memory.data<u32>([32, 32, 32, 32], 16);
const LN2_HIGH: usize = memory.data<f32>([0.693359375, 0.693359375, 0.693359375, 0.693359375], 16);
const LN2_LOW: usize = memory.data<f32>([-0.00021219444, -0.00021219444, -0.00021219444, -0.00021219444], 16);
/** Coefficients of the logarithm, sine and cosine (those of Cephes, single precision), the last first. */
// prettier-ignore
const LOG: usize = memory.data<f32>([
  0.070376836292, 0.070376836292, 0.070376836292, 0.070376836292,
  -0.1151461031, -0.1151461031, -0.1151461031, -0.1151461031,
  0.116769987, 0.116769987, 0.116769987, 0.116769987,
  -0.12420140846, -0.12420140846, -0.12420140846, -0.12420140846,
  0.14249322787, 0.14249322787, 0.14249322787, 0.14249322787,
  -0.16668057665, -0.16668057665, -0.16668057665, -0.16668057665,
  0.20000714765, 0.20000714765, 0.20000714765, 0.20000714765,
  -0.24999993993, -0.24999993993, -0.24999993993, -0.24999993993,
  0.33333331174, 0.33333331174, 0.33333331174, 0.33333331174,
], 16);
/** Likewise. */
// prettier-ignore
const SINE: usize = memory.data<f32>([
  -0.00019515295891, -0.00019515295891, -0.00019515295891, -0.00019515295891,
  0.0083321608736, 0.0083321608736, 0.0083321608736, 0.0083321608736,
  -0.16666654611, -0.16666654611, -0.16666654611, -0.16666654611,
], 16);
/** Likewise. */
// prettier-ignore
const COSINE: usize = memory.data<f32>([
  0.00002443315711809948, 0.00002443315711809948, 0.00002443315711809948, 0.00002443315711809948,
  -0.001388731625493765, -0.001388731625493765, -0.001388731625493765, -0.001388731625493765,
  0.04166664568298827, 0.04166664568298827, 0.04166664568298827, 0.04166664568298827,
], 16);

/** @param words  u32[4][4] to write into: word by word, those of four successive paths */
export function philoxWords(first: u32, block: u32, stream: u32, low: u32, high: u32, words: usize): void {
  writeKeys(low, high);
  writeWords(startPaths(lanesFrom(first), stream), block);
  memory.copy(words, WORDS, 64);
}

export function gbmPaths(
  first: u32,
  vectors: i32,
  steps: i32,
  low: u32,
  high: u32,
  mean: f32,
  deviation: f32,
  growth: usize,
  fall: usize,
): void {
  writeKeys(low, high);
  const drift = f32x4.splat(mean);
  const spread = f32x4.splat(deviation);
  const whole = steps & ~7;
  for (let vector = 0; vector < vectors; vector++) {
    const ahead = startPaths(lanesFrom(first + ((<u32>vector) << 2)), 0);
    let x = f32x4.splat(0);
    let peak = f32x4.splat(0);
    let deepest = f32x4.splat(0);
    for (let step = 0; step < steps; step += 8) {
      writeWords(ahead, (<u32>step) >> 2);
      writePair(WORDS, NORMALS);
      writePair(WORDS + 32, NORMALS + 32);
      writePair(WORDS + 64, NORMALS + 64);
      writePair(WORDS + 96, NORMALS + 96);
      const end = NORMALS + ((<usize>(step < whole ? 8 : steps - whole)) << 4);
      for (let at = NORMALS; at < end; at += 16) {
        x = f32x4.add(x, f32x4.add(drift, f32x4.mul(spread, v128.load(at))));
        peak = f32x4.pmax(peak, x);
        deepest = f32x4.pmax(deepest, f32x4.sub(peak, x));
      }
    }
    v128.store(growth + ((<usize>vector) << 4), x);
    v128.store(fall + ((<usize>vector) << 4), deepest);
  }
}

function lanesFrom(first: u32): v128 {
  return i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
}

function writeKeys(low: u32, high: u32): void {
  for (let round: u32 = 0; round < ROUNDS; round++) {
    v128.store(KEYS + (round << 5), i32x4.splat(low + round * WEYL_0));
    v128.store(KEYS + (round << 5), i32x4.splat(high + round * WEYL_1), 16);
  }
}

/**
 * What the first three rounds of Philox4x32-10 make of four paths before the block is known. The counter is (path, block,
 * stream, 0): the block enters the first word in round 1, where it is the same for all paths, so that its product in
 * round 2 is a number; a path's own products in rounds 1, 2 and 3 do not meet it until then.
 *
 * @returns  high word of the product of the stream, which the block meets first
 */
function startPaths(paths: v128, stream: u32): u32 {
  const m0 = v128.load(MULTIPLIERS);
  const m1 = v128.load(MULTIPLIERS, 16);
  const ofStream = (<u64>stream) * MULTIPLIER_1;
  let low = i64x2.extmul_low_i32x4_u(paths, m0);
  let high = i64x2.extmul_high_i32x4_u(paths, m0);
  const third = v128.xor(highWords(low, high), v128.load(KEYS, 16));
  v128.store(AHEAD, v128.xor(lowWords(low, high), v128.load(KEYS + 32, 16)));
  low = i64x2.extmul_low_i32x4_u(third, m1);
  high = i64x2.extmul_high_i32x4_u(third, m1);
  const first = v128.xor(
    v128.xor(highWords(low, high), i32x4.splat(<u32>ofStream)),
    v128.load(KEYS + 32),
  );
  v128.store(AHEAD, v128.xor(lowWords(low, high), v128.load(KEYS + 64)), 16);
  low = i64x2.extmul_low_i32x4_u(first, m0);
  high = i64x2.extmul_high_i32x4_u(first, m0);
  v128.store(AHEAD, v128.xor(highWords(low, high), v128.load(KEYS + 64, 16)), 32);
  v128.store(AHEAD, lowWords(low, high), 48);
  return <u32>(ofStream >> 32);
}

/** Upper halves of four products. */
function highWords(low: v128, high: v128): v128 {
  return v128.shuffle<i32>(low, high, 1, 3, 5, 7);
}

/** Lower halves of four products. */
function lowWords(low: v128, high: v128): v128 {
  return v128.shuffle<i32>(low, high, 0, 2, 4, 6);
}

/**
 * The words of the four paths that were started, of a block and the next one: two chains keep the multipliers busy.
 *
 * @param ahead  from `startPaths`
 */
function writeWords(ahead: u32, block: u32): void {
  const m0 = v128.load(MULTIPLIERS);
  const m1 = v128.load(MULTIPLIERS, 16);
  const key0 = load<u32>(KEYS);
  const ofBlock = (<u64>(ahead ^ block ^ key0)) * MULTIPLIER_0;
  const ofNext = (<u64>(ahead ^ (block + 1) ^ key0)) * MULTIPLIER_0;
  const kept = v128.load(AHEAD);
  const mixed = v128.load(AHEAD, 32);
  let a2 = v128.xor(kept, i32x4.splat(<u32>(ofBlock >> 32)));
  let b2 = v128.xor(kept, i32x4.splat(<u32>(ofNext >> 32)));
  const u0 = i64x2.extmul_low_i32x4_u(a2, m1);
  const u1 = i64x2.extmul_high_i32x4_u(a2, m1);
  const v0 = i64x2.extmul_low_i32x4_u(b2, m1);
  const v1 = i64x2.extmul_high_i32x4_u(b2, m1);
  let a0 = v128.xor(highWords(u0, u1), v128.load(AHEAD, 16));
  let b0 = v128.xor(highWords(v0, v1), v128.load(AHEAD, 16));
  let a1 = lowWords(u0, u1);
  let b1 = lowWords(v0, v1);
  a2 = v128.xor(mixed, i32x4.splat(<u32>ofBlock));
  b2 = v128.xor(mixed, i32x4.splat(<u32>ofNext));
  let a3 = v128.load(AHEAD, 48);
  let b3 = a3;
  for (let key = KEYS + (ROUNDS_AHEAD << 5); key < KEYS + (ROUNDS << 5); key += 32) {
    const low = v128.load(key);
    const high = v128.load(key, 16);
    const p0 = i64x2.extmul_low_i32x4_u(a0, m0);
    const p1 = i64x2.extmul_high_i32x4_u(a0, m0);
    const q0 = i64x2.extmul_low_i32x4_u(a2, m1);
    const q1 = i64x2.extmul_high_i32x4_u(a2, m1);
    a0 = v128.xor(v128.xor(v128.shuffle<i32>(q0, q1, 1, 3, 5, 7), a1), low);
    a2 = v128.xor(v128.xor(v128.shuffle<i32>(p0, p1, 1, 3, 5, 7), a3), high);
    a1 = v128.shuffle<i32>(q0, q1, 0, 2, 4, 6);
    a3 = v128.shuffle<i32>(p0, p1, 0, 2, 4, 6);
    const r0 = i64x2.extmul_low_i32x4_u(b0, m0);
    const r1 = i64x2.extmul_high_i32x4_u(b0, m0);
    const s0 = i64x2.extmul_low_i32x4_u(b2, m1);
    const s1 = i64x2.extmul_high_i32x4_u(b2, m1);
    b0 = v128.xor(v128.xor(v128.shuffle<i32>(s0, s1, 1, 3, 5, 7), b1), low);
    b2 = v128.xor(v128.xor(v128.shuffle<i32>(r0, r1, 1, 3, 5, 7), b3), high);
    b1 = v128.shuffle<i32>(s0, s1, 0, 2, 4, 6);
    b3 = v128.shuffle<i32>(r0, r1, 0, 2, 4, 6);
  }
  v128.store(WORDS, a0);
  v128.store(WORDS, a1, 16);
  v128.store(WORDS, a2, 32);
  v128.store(WORDS, a3, 48);
  v128.store(WORDS, b0, 64);
  v128.store(WORDS, b1, 80);
  v128.store(WORDS, b2, 96);
  v128.store(WORDS, b3, 112);
}

/** Two normal numbers for each of four paths from two words, by Box and Muller. */
function writePair(words: usize, normals: usize): void {
  const radius = f32x4.sqrt(f32x4.mul(v128.load(MINUS_TWO), logOfWord(v128.load(words))));
  const angle = v128.load(words, 16);
  const turn = i32x4.shr_u(i32x4.add(angle, v128.load(EIGHTH)), 30);
  const rest = f32x4.convert_i32x4_s(i32x4.sub(angle, i32x4.shl(turn, 30)));
  const x = f32x4.mul(rest, v128.load(QUARTER));
  const z = f32x4.mul(x, x);
  const sine = sineOf(x, z);
  const cosine = cosineOf(z);
  const isOdd = i32x4.shr_s(i32x4.shl(turn, 31), 31);
  const sign = i32x4.shl(i32x4.shr_u(turn, 1), 31);
  const first = v128.bitselect(v128.xor(sine, v128.load(SIGN)), cosine, isOdd);
  const second = v128.bitselect(cosine, sine, isOdd);
  v128.store(normals, f32x4.mul(radius, v128.xor(first, sign)));
  v128.store(normals, f32x4.mul(radius, v128.xor(second, sign)), 16);
}

/** `ln((word + 1/2) / 2^32)`: exponent and a polynomial about 1. */
function logOfWord(word: v128): v128 {
  const u = f32x4.add(f32x4.convert_i32x4_u(word), v128.load(HALF));
  // The mantissa from 1 / √2 to √2, the exponent with it; 2^32 is taken off the exponent.
  const least = v128.load(LEAST_MANTISSA);
  const shifted = i32x4.sub(u, least);
  const exponent = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_s(shifted, 23), v128.load(WORD_BITS)));
  const mantissa = i32x4.add(v128.and(shifted, v128.load(FRACTION)), least);
  const f = f32x4.sub(mantissa, v128.load(ONE));
  const z = f32x4.mul(f, f);
  let y = v128.load(LOG);
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 16));
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 32));
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 48));
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 64));
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 80));
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 96));
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 112));
  y = f32x4.add(f32x4.mul(y, f), v128.load(LOG, 128));
  y = f32x4.mul(f32x4.mul(y, f), z);
  y = f32x4.add(y, f32x4.mul(exponent, v128.load(LN2_LOW)));
  y = f32x4.sub(y, f32x4.mul(z, v128.load(HALF)));
  return f32x4.add(f32x4.add(f, y), f32x4.mul(exponent, v128.load(LN2_HIGH)));
}

/** Up to an eighth of a turn, `z` the square of `x`. */
function sineOf(x: v128, z: v128): v128 {
  let y = v128.load(SINE);
  y = f32x4.add(f32x4.mul(y, z), v128.load(SINE, 16));
  y = f32x4.add(f32x4.mul(y, z), v128.load(SINE, 32));
  return f32x4.add(x, f32x4.mul(x, f32x4.mul(y, z)));
}

/** Likewise. */
function cosineOf(z: v128): v128 {
  let y = v128.load(COSINE);
  y = f32x4.add(f32x4.mul(y, z), v128.load(COSINE, 16));
  y = f32x4.add(f32x4.mul(y, z), v128.load(COSINE, 32));
  y = f32x4.mul(f32x4.mul(y, z), z);
  return f32x4.add(f32x4.sub(y, f32x4.mul(z, v128.load(HALF))), v128.load(ONE));
}
