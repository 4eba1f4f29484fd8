import type { Column } from '../column';
import { log } from '../math/log';
import { cosOfSmall, sinOfSmall } from '../math/sin';
import type { PathNumbers } from './path-numbers';
import { philox4x32 } from './philox';

const TWO_POW_32 = 4_294_967_296;
const TWO_POW_MINUS_32 = 1 / TWO_POW_32;
const HALF_PI = 1.5707963267948966;

/**
 * Numbers of paths from Philox4x32-10: step `s` takes word `s mod 4` of the block with counter
 * (path, s / 4, stream, 0) and the seed as key.
 *
 * A uniform number is `(word + 1/2) / 2^32`. Normal numbers are Box and Muller's: the words (a, b) of two successive
 * steps give `r cos φ` and `r sin φ` with `r = sqrt(-2 ln((a + 1/2) / 2^32))` and `φ = 2 pi b / 2^32`, so that none is
 * beyond 6.77 in size.
 *
 * @param seed  integer in [0, 2^53)
 * @see Salmon and others, Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011
 * @see Box and Muller, A Note on the Generation of Random Normal Deviates, 1958
 */
export function philoxNumbers(seed: number): PathNumbers {
  const low = seed >>> 0;
  const high = Math.floor(seed / TWO_POW_32) >>> 0;
  const counter = new Uint32Array(4);
  const words = new Uint32Array(4);
  const pair = new Float64Array(2);

  function draw(path: number, block: number, stream: number): void {
    counter[0] = path;
    counter[1] = block;
    counter[2] = stream;
    philox4x32(counter, low, high, words);
  }

  return {
    uniforms(path, stream, out) {
      for (let step = 0; step < out.length; step++) {
        if ((step & 3) === 0) draw(path, step >>> 2, stream);
        out[step] = uniformOf(words[step & 3]!);
      }
    },
    normals(path, stream, out) {
      for (let step = 0; step < out.length; step += 2) {
        const half = step & 3;
        if (half === 0) draw(path, step >>> 2, stream);
        writePair(words[half]!, words[half + 1]!, pair);
        out[step] = pair[0]!;
        if (step + 1 < out.length) out[step + 1] = pair[1]!;
      }
    },
  };
}

/** The uniform number in (0, 1) of a random word. */
export const uniformOf = (word: number): number => (word + 0.5) * TWO_POW_MINUS_32;

/** Two normal numbers of two random words; the angle is turned by quarters, which is exact. */
function writePair(a: number, b: number, out: Column): void {
  const radius = Math.sqrt(-2 * log(uniformOf(a)));
  const quarters = 4 * b * TWO_POW_MINUS_32;
  const turn = Math.floor(quarters + 0.5);
  const angle = (quarters - turn) * HALF_PI;
  const sine = radius * sinOfSmall(angle, 0);
  const cosine = radius * cosOfSmall(angle, 0);
  const isOdd = (turn & 1) === 1;
  const first = isOdd ? -sine : cosine;
  const second = isOdd ? cosine : sine;
  const isTurned = (turn & 2) === 2;
  out[0] = isTurned ? -first : first;
  out[1] = isTurned ? -second : second;
}
