import type { Column } from '../column';

/**
 * Where the random numbers of a path come from. A path's numbers depend on the source, the path, the stream and their
 * place alone, so that a path is the same whatever order, worker or number of paths computes it. A stream of a path is asked
 * for normal or for uniform numbers, not for both: they come from the same words.
 */
export interface PathNumbers {
  /**
   * Independent standard normal numbers.
   *
   * @param path    number of the path, integer in [0, 2^32)
   * @param stream  keeps uses within a path apart, integer in [0, 2^32)
   * @param out     `f64[n]` to write into, one a step
   */
  normals(path: number, stream: number, out: Column): void;
  /** Independent uniform numbers in (0, 1), likewise. */
  uniforms(path: number, stream: number, out: Column): void;
}
