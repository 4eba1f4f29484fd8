import type { Column } from '../column';
import { normalQuantile } from '../math/normal';
import { BrownianBridge } from './brownian-bridge';
import type { PathNumbers } from './path-numbers';
import { philoxNumbers, uniformOf } from './philox-numbers';
import { Sobol, SOBOL_DIMENSIONS } from './sobol';

/**
 * Numbers of which the normal ones of stream 0 follow Sobol's sequence: point `path` decides the most important
 * coordinates of the path in the order of the Brownian bridge, 64 at most; Philox gives the others and all other
 * streams.
 *
 * @param seed   shifts the sequence, integer in [0, 2^53)
 * @param steps  of a path, integer, 1 or more; stream 0 must be asked for as many
 */
export function sobolNumbers(seed: number, steps: number): PathNumbers {
  const rest = philoxNumbers(seed);
  const dimensions = Math.min(steps, SOBOL_DIMENSIONS);
  const sobol = new Sobol(dimensions, seed);
  const bridge = new BrownianBridge(steps);
  const words = new Uint32Array(dimensions);
  const room: Column = new Float64Array(steps);
  return {
    uniforms: (path, stream, out) => rest.uniforms(path, stream, out),
    normals(path, stream, out) {
      rest.normals(path, stream, out);
      if (stream !== 0) return;
      sobol.point(path, words);
      for (let d = 0; d < dimensions; d++) out[d] = normalQuantile(uniformOf(words[d]!));
      bridge.increments(out, room);
    },
  };
}
