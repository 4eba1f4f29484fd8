import type { Column } from '../core/column';
import { log10 } from '../core/math/log10';
import { pow } from '../core/math/pow';
import { isSample } from './sample';

/** Returns needed. */
export const HISTOGRAM_MINIMUM = 2;

/** Fewest and most classes that are aimed at. */
const CLASSES = { min: 6, max: 40 } as const;

/** Returns that differ by less are one: the rounding of an account in cents. */
const LEAST_STEP = 1e-9;

/** Classes of one width with the number of values in each. */
export interface Histogram {
  /** `n + 1` edges of `n` classes, ascending; zero is one of them when values lie on both sides. */
  readonly edges: readonly number[];
  /** A class holds its lower edge, the last one both. */
  readonly counts: readonly number[];
}

/**
 * Histogram of returns in about `√n` classes (6 to 40) of a round width, 1, 2 or 5 times a power of ten, whose edges are
 * multiples of it: so gains and losses never share a class.
 *
 * @param returns  `f64[n]`, fractions
 * @returns        null for fewer than two values or one that is not finite
 */
export function returnHistogram(returns: Column): Histogram | null {
  if (!isSample(returns, HISTOGRAM_MINIMUM)) return null;
  const least = returns.reduce((low, value) => Math.min(low, value), Infinity);
  const most = returns.reduce((high, value) => Math.max(high, value), -Infinity);
  const classes = Math.min(CLASSES.max, Math.max(CLASSES.min, Math.ceil(Math.sqrt(returns.length))));
  const step = roundStep(Math.max(LEAST_STEP, (most - least) / classes || Math.abs(most) || 0.01));
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  const edges = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { edges, counts: countIn(returns, edges) };
}

/**
 * Number of values in each class; those beyond the edges count in the outer ones.
 *
 * @param values  finite
 * @param edges   ascending, two or more, of one width
 */
export function countIn(values: Column, edges: readonly number[]): readonly number[] {
  const counts = edges.slice(1).map(() => 0);
  const [first = 0, second = 1] = edges;
  for (let i = 0; i < values.length; i++) {
    let at = Math.floor((values[i]! - first) / (second - first));
    at = Math.max(0, Math.min(counts.length - 1, at));
    if (at > 0 && values[i]! < edges[at]!) at -= 1;
    if (at < counts.length - 1 && values[i]! >= edges[at + 1]!) at += 1;
    counts[at]! += 1;
  }
  return counts;
}

/** The least of 1, 2, 5 times a power of ten that is not below. */
function roundStep(width: number): number {
  const power = pow(10, Math.floor(log10(width)));
  const factor = [1, 2, 5].find((f) => f * power >= width * (1 - 1e-12)) ?? 10;
  return factor * power;
}
