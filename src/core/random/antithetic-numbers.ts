import type { PathNumbers } from './path-numbers';

/**
 * Numbers of which each pair of paths, 2k and 2k + 1, are mirror images: normal numbers with the sign turned, uniform
 * ones taken from 1. The mean over a pair varies less than that over two independent paths wherever the result rises
 * or falls with the numbers.
 *
 * @param source  whose path k is used for the pair
 * @see Hammersley and Morton, A New Monte Carlo Technique: Antithetic Variates, 1956
 */
export function antitheticNumbers(source: PathNumbers): PathNumbers {
  return {
    normals(path, stream, out) {
      source.normals(path >>> 1, stream, out);
      if ((path & 1) === 1) for (let i = 0; i < out.length; i++) out[i] = -out[i]!;
    },
    uniforms(path, stream, out) {
      source.uniforms(path >>> 1, stream, out);
      if ((path & 1) === 1) for (let i = 0; i < out.length; i++) out[i] = 1 - out[i]!;
    },
  };
}
