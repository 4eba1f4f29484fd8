import { Sobol } from '../../core/random/sobol';
import { UniformStream } from '../../core/random/uniforms';

const TWO_POW_32 = 4_294_967_296;
/** Keeps searches of one seed apart from each other. */
const RANDOM_STREAM = 0x72616e64;
const LATIN_STREAM = 0x6c617469;

/** Points of the unit cube, independent and uniform, without end. The array is used again for each point. */
export function* randomPoints(dimensions: number, seed: number): Generator<Float64Array> {
  const random = new UniformStream(seed, 0, RANDOM_STREAM);
  const point = new Float64Array(dimensions);
  for (;;) {
    for (let d = 0; d < dimensions; d++) point[d] = random.next();
    yield point;
  }
}

/** Points of Sobol's sequence, shifted by the seed, without end. */
export function* sobolPoints(dimensions: number, seed: number): Generator<Float64Array> {
  const sobol = new Sobol(dimensions, seed);
  const words = new Uint32Array(dimensions);
  const point = new Float64Array(dimensions);
  for (let index = 0; ; index++) {
    sobol.point(index, words);
    for (let d = 0; d < dimensions; d++) point[d] = words[d]! / TWO_POW_32;
    yield point;
  }
}

/**
 * A Latin hypercube: each coordinate of the points has one value in each of `count` equal parts of [0, 1).
 *
 * @see McKay, Beckman and Conover, A Comparison of Three Methods for Selecting Values of Input Variables, Technometrics, 1979
 */
export function* latinPoints(dimensions: number, count: number, seed: number): Generator<Float64Array> {
  const random = new UniformStream(seed, 0, LATIN_STREAM);
  const parts = Array.from({ length: dimensions }, () => shuffled(count, random));
  const point = new Float64Array(dimensions);
  for (let k = 0; k < count; k++) {
    for (let d = 0; d < dimensions; d++)
      point[d] = Math.min((parts[d]![k]! + random.next()) / count, 1 - 2 ** -53);
    yield point;
  }
}

/** The integers below `count` in random order (Fisher and Yates). */
function shuffled(count: number, random: UniformStream): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(random.next() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
