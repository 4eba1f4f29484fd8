import type { Convergence } from '../../../research/monte-carlo/outcome';

const Z95 = 1.96;

/** The running mean and its 95 % range in a box of `width` by `height`, as points of SVG. */
export interface ConvergencePicture {
  readonly mean: string;
  readonly band: string;
  /** Growth factors at the top and at the bottom. */
  readonly high: number;
  readonly low: number;
}

/**
 * Draws how the mean settles; paths grow by an equal factor from left to right.
 *
 * @returns  null for fewer than two points, or where nothing moves
 */
export function convergencePicture(
  { paths, mean, standardError }: Convergence,
  width: number,
  height: number,
): ConvergencePicture | null {
  const last = paths.length - 1;
  if (last < 1) return null;
  const at = (k: number, side: number): number => (mean[k] ?? NaN) + side * Z95 * (standardError[k] ?? NaN);
  const high = Math.max(...mean.map((_, k) => at(k, 1)));
  const low = Math.min(...mean.map((_, k) => at(k, -1)));
  if (!(high > low)) return null;
  const span = Math.log((paths[last] ?? 1) / (paths[0] ?? 1));
  const point = (k: number, side: number): string => {
    const x = (Math.log((paths[k] ?? 1) / (paths[0] ?? 1)) / span) * width;
    const y = ((high - at(k, side)) / (high - low)) * height;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const rows = Array.from(mean.keys());
  const edge = rows.map((k) => point(k, 1));
  const back = rows.toReversed().map((k) => point(k, -1));
  return { mean: rows.map((k) => point(k, 0)).join(' '), band: [...edge, ...back].join(' '), high, low };
}
