import type { Column } from '../core/column';

/**
 * Exposure: share of the bars that end with a position, whatever its size.
 *
 * @param series  `f64[n]`, position value over equity per bar
 * @returns         fraction in [0, 1]; null for no bars
 */
export function exposure(series: Column): number | null {
  let held = 0;
  for (let i = 0; i < series.length; i++) if (series[i] !== 0) held += 1;
  return series.length === 0 ? null : held / series.length;
}
