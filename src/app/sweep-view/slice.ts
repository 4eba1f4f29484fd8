import { linearTicks } from '../chart/geometry/value-ticks';
import { extentOf } from './extent';

/** A figure along one parameter. */
export interface Slice {
  readonly name: string;
  readonly values: readonly number[];
  /** Score at each value with the others as at the best setting; null where it was not run. */
  readonly at: readonly (number | null)[];
  /** Median score over all others; NaN where none is known. */
  readonly median: ArrayLike<number>;
  /** Value at the best setting, and in the run on screen. */
  readonly best: number | null;
  readonly mine: number | null;
}

/** A slice with places for everything in it, CSS pixels. */
export interface SliceLayout {
  x(value: number): number;
  y(score: number): number;
  readonly ticks: readonly number[];
  /** Line through neighbours that were both run, for `d` of a path. */
  readonly line: string;
  readonly median: string;
  /** Positions of the values that were run at the best setting. */
  readonly known: readonly number[];
}

/** Room for the labels of the upright axis, and below. */
export const SLICE_AXIS = 52;
export const SLICE_FOOT = 22;
const PAD = 10;

/** Places a slice in a box. */
export function sliceLayout({ values, at, median }: Slice, width: number, height: number): SliceLayout {
  const plot = { width: Math.max(width - SLICE_AXIS, 1), height: Math.max(height - SLICE_FOOT, 1) };
  const scores = [...at.map((score) => score ?? NaN), ...Array.from(median)];
  const { low, high } = extentOf(scores) ?? { low: 0, high: 1 };
  const [first = 0, last = 1] = [values[0], values.at(-1)];
  const x = (value: number): number => PAD + ((value - first) / (last - first || 1)) * (plot.width - 2 * PAD);
  const y = (score: number): number => PAD + ((high - score) / (high - low || 1)) * (plot.height - 2 * PAD);
  const path = (of: (k: number) => number): string =>
    values
      .map((value, k) => {
        const score = of(k);
        if (!Number.isFinite(score)) return '';
        const joined = k > 0 && Number.isFinite(of(k - 1));
        return `${joined ? 'L' : 'M'}${x(value).toFixed(1)} ${y(score).toFixed(1)}`;
      })
      .join('');
  return {
    x,
    y,
    ticks: linearTicks(low, high, Math.max(plot.height / 36, 2)),
    line: path((k) => at[k] ?? NaN),
    median: path((k) => median[k] ?? NaN),
    known: values.flatMap((_, k) => ((at[k] ?? null) === null ? [] : [k])),
  };
}
