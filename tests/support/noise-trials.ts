import type { Column } from '../../src/core/column';
import { normalQuantile } from '../../src/core/math/normal';
import { UniformStream } from '../../src/core/random/uniforms';

/** Independent normal returns of trials without an edge: `f64[rows]` each. */
export function noiseTrials(seed: number, trials: number, rows: number, deviation = 0.01): Column[] {
  return Array.from({ length: trials }, (_, k) => {
    const random = new UniformStream(seed, k);
    return Float64Array.from(
      { length: rows },
      () => deviation * normalQuantile(Math.min(1 - 1e-16, Math.max(1e-16, random.next()))),
    );
  });
}

/** The same column with something added to each row. */
export const lifted = (column: Column, by: number): Column => column.map((value) => value + by);
