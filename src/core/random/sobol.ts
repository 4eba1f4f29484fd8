import { checkInteger } from '../check';
import { philox4x32 } from './philox';
import { SOBOL_DIRECTIONS } from './sobol-directions';

const BITS = 32;
const TWO_POW_32 = 4_294_967_296;
/** Keeps the shifts apart from other uses of a seed. */
const STREAM = 0x736f626f;

/** Dimensions there are direction numbers for. */
export const SOBOL_DIMENSIONS = SOBOL_DIRECTIONS.length + 1;

/**
 * Points of Sobol's sequence with the direction numbers of Joe and Kuo, as words of 32 bits. Point `i` is the XOR of
 * the direction numbers at the ones of the Gray code of `i`, so that any point can be had at once; the first `2^k`
 * points are spread evenly in every dimension.
 *
 * With a seed each dimension is shifted by a random word (XOR), which keeps the evenness and makes each point uniform,
 * so that several seeds give independent estimates and with them an error.
 *
 * @see Sobol, On the Distribution of Points in a Cube and the Approximate Evaluation of Integrals, 1967
 * @see Joe and Kuo, Constructing Sobol Sequences with Better Two-Dimensional Projections, 2008 (new-joe-kuo-6)
 * @see L'Ecuyer and Lemieux, Recent Advances in Randomized Quasi-Monte Carlo Methods, 2002 (digital shift)
 */
export class Sobol {
  /** Per dimension 32 direction numbers, the first for the lowest bit of the index. */
  readonly #directions: Uint32Array;
  readonly #shifts: Uint32Array;

  /**
   * @param dimensions  integer in [1, 64]
   * @param seed        integer in [0, 2^53); null for the plain sequence, whose first point is zero
   * @throws BacktabError `parameter_out_of_range`
   */
  constructor(dimensions: number, seed: number | null) {
    checkInteger('dimensions', dimensions, 1, SOBOL_DIMENSIONS);
    this.#directions = new Uint32Array(dimensions * BITS);
    for (let d = 0; d < dimensions; d++) {
      this.#directions.set(directionNumbers(d), d * BITS);
    }
    this.#shifts = seed === null ? new Uint32Array(dimensions) : shiftsOf(seed, dimensions);
  }

  /**
   * @param index  number of the point, integer in [0, 2^32)
   * @param out    `u32[dimensions]` to write into; a word over 2^32 is the coordinate
   */
  point(index: number, out: Uint32Array): void {
    const gray = (index ^ (index >>> 1)) >>> 0;
    for (let d = 0; d < out.length; d++) {
      let word = this.#shifts[d]!;
      for (let bit = 0, rest = gray; rest !== 0; bit++, rest >>>= 1) {
        if ((rest & 1) === 1) word ^= this.#directions[d * BITS + bit]!;
      }
      out[d] = word >>> 0;
    }
  }
}

/** The 32 direction numbers of a dimension, by the recurrence of its primitive polynomial. */
function directionNumbers(dimension: number): Uint32Array {
  const out = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) out[bit] = 1 << (BITS - 1 - bit);
    return out;
  }
  const [inner = 0, ...first] = SOBOL_DIRECTIONS[dimension - 1] ?? [];
  const degree = first.length;
  first.forEach((value, bit) => (out[bit] = value << (BITS - 1 - bit)));
  for (let bit = degree; bit < BITS; bit++) {
    let word = out[bit - degree]! ^ (out[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k++) {
      if (((inner >>> (degree - 1 - k)) & 1) === 1) word ^= out[bit - k]!;
    }
    out[bit] = word;
  }
  return out;
}

function shiftsOf(seed: number, dimensions: number): Uint32Array {
  const shifts = new Uint32Array(dimensions);
  const words = new Uint32Array(4);
  for (let d = 0; d < dimensions; d++) {
    if ((d & 3) === 0) {
      words.set([0, d >>> 2, STREAM, 0]);
      philox4x32(words, seed >>> 0, Math.floor(seed / TWO_POW_32) >>> 0, words);
    }
    shifts[d] = words[d & 3]!;
  }
  return shifts;
}
