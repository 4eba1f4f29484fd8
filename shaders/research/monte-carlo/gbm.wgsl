// Paths of a geometric Brownian motion: log growth and the deepest fall of each, one tile of steps a dispatch.
//
// twin       src/research/monte-carlo/gbm.ts (paths), src/core/random/philox-numbers.ts (numbers)
// grid       one invocation per path
// in         params: number of the first path, paths, first step (a multiple of 4), steps of the tile, both words of the
//            seed, mean and deviation of the log return of a step
// state      paths[path]: log growth, its peak and its deepest fall below the peak; before the first tile the host writes
//            zeros and a fall of -1
// out        the same after the last tile
// warm-up    none
// precision  random words equal the twin's; normal numbers and sums in f32: log growth within 1e-5 of the twin's for 252
//            steps of 1 %, so that means and variances agree to their standard errors
// limits     path_count <= 64 * maxComputeWorkgroupsPerDimension

struct Params {
  first_path: u32,
  path_count: u32,
  first_step: u32,
  steps: u32,
  key_low: u32,
  key_high: u32,
  mean: f32,
  deviation: f32,
}

struct Path {
  growth: f32,
  peak: f32,
  fall: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read_write> paths: array<Path>;

const WORKGROUP_SIZE = 64u;
const ROUNDS = 10u;
const MULTIPLIER = vec2u(0xd2511f53u, 0xcd9e8d57u);
const WEYL = vec2u(0x9e3779b9u, 0xbb67ae85u);
// Half of pi over 2^30.
const QUARTER = 1.4629180792671596e-9;
// Bits of the square root of 1/2.
const LEAST_MANTISSA = 0x3f3504f3;

@compute @workgroup_size(WORKGROUP_SIZE)
fn simulate(@builtin(global_invocation_id) id: vec3u) {
  let index = id.x;
  if (index >= params.path_count) { return; }
  var path = paths[index];
  for (var step = 0u; step < params.steps; step += 4u) {
    let words = philox(vec4u(params.first_path + index, (params.first_step + step) / 4u, 0u, 0u));
    let normals = vec4f(normal_pair(words.xy), normal_pair(words.zw));
    let count = min(4u, params.steps - step);
    for (var k = 0u; k < count; k++) {
      path.growth += params.mean + params.deviation * normals[k];
      path.peak = max(path.peak, path.growth);
      path.fall = max(path.fall, path.peak - path.growth);
    }
  }
  paths[index] = path;
}

// Philox4x32-10.
fn philox(counter: vec4u) -> vec4u {
  var c = counter;
  var key = vec2u(params.key_low, params.key_high);
  for (var round = 0u; round < ROUNDS; round++) {
    let low = MULTIPLIER * c.xz;
    let high = high_words(MULTIPLIER, c.xz);
    c = vec4u(high.y ^ c.y ^ key.x, low.y, high.x ^ c.w ^ key.y, low.x);
    key += WEYL;
  }
  return c;
}

// Upper words of the products of words, by halves.
fn high_words(a: vec2u, b: vec2u) -> vec2u {
  let a_low = a & vec2u(0xffffu);
  let a_high = a >> vec2u(16u);
  let b_low = b & vec2u(0xffffu);
  let b_high = b >> vec2u(16u);
  let middle = a_high * b_low + ((a_low * b_low) >> vec2u(16u));
  let carry = a_low * b_high + (middle & vec2u(0xffffu));
  return a_high * b_high + (middle >> vec2u(16u)) + (carry >> vec2u(16u));
}

// Two normal numbers of two random words, by Box and Muller; the angle is turned by quarters, which is exact.
fn normal_pair(words: vec2u) -> vec2f {
  let radius = sqrt(-2.0 * log_of_word(words.x));
  let turn = (words.y + 0x20000000u) >> 30u;
  let x = f32(bitcast<i32>(words.y - (turn << 30u))) * QUARTER;
  let z = x * x;
  let sine = x + x * (((-0.00019515295891 * z + 0.0083321608736) * z - 0.16666654611) * z);
  let cosine = ((0.00002443315711809948 * z - 0.001388731625493765) * z + 0.04166664568298827) * z * z - 0.5 * z + 1.0;
  let turned = select(vec2f(cosine, sine), vec2f(-sine, cosine), (turn & 1u) == 1u);
  return select(radius, -radius, (turn & 2u) == 2u) * turned;
}

// `ln((word + 1/2) / 2^32)`: exponent and a polynomial about 1, since the built-in logarithm may be wide of it.
fn log_of_word(word: u32) -> f32 {
  let shifted = bitcast<i32>(f32(word) + 0.5) - LEAST_MANTISSA;
  let exponent = f32((shifted >> 23u) - 32);
  let f = bitcast<f32>((shifted & 0x007fffff) + LEAST_MANTISSA) - 1.0;
  let z = f * f;
  var y = 0.070376836292;
  y = y * f - 0.1151461031;
  y = y * f + 0.116769987;
  y = y * f - 0.12420140846;
  y = y * f + 0.14249322787;
  y = y * f - 0.16668057665;
  y = y * f + 0.20000714765;
  y = y * f - 0.24999993993;
  y = y * f + 0.33333331174;
  y = y * f * z - 0.00021219444 * exponent - 0.5 * z;
  return f + y + 0.693359375 * exponent;
}
