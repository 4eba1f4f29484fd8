import { fitScale, type ValueScale } from '../chart/geometry/value-scale';
import { linearTicks } from '../chart/geometry/value-ticks';

/** One point of a scatter plot. */
export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Drawn as a ring; a filled dot when not. */
  readonly hollow: boolean;
}

/** A point with its place, CSS pixels. */
export interface PlacedPoint {
  /** Index into the points. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** A scatter plot with places for everything in it. */
export interface ScatterLayout {
  readonly ticksX: readonly { readonly value: number; readonly x: number }[];
  readonly ticksY: readonly { readonly value: number; readonly y: number }[];
  /** Places of zero, null where it is not on the plot. */
  readonly zeroX: number | null;
  readonly zeroY: number | null;
  /** Points that are known. */
  readonly placed: readonly PlacedPoint[];
}

const PAD = 12;
const ROOM_X = 64;
/** Half the width of a label of the lower axis. */
const LABEL_HALF = 18;
const ROOM_Y = 40;

/** Places points on two linear scales; points that are not finite are left out. */
export function scatterLayout(points: readonly ScatterPoint[], width: number, height: number): ScatterLayout {
  const known = points.flatMap(({ x, y }, index) =>
    Number.isFinite(x) && Number.isFinite(y) ? [{ index, x, y }] : [],
  );
  const across = scaleOf(
    known.map(({ x }) => x),
    width,
  );
  const up = scaleOf(
    known.map(({ y }) => y),
    height,
  );
  const toX = (value: number): number => width - across.toY(value);
  const toY = (value: number): number => up.toY(value);
  const within = (at: number, size: number): number | null => (at >= 0 && at <= size ? at : null);
  return {
    ticksX: linearTicks(across.min, across.max, Math.max(width / ROOM_X, 2))
      .map((value) => ({ value, x: toX(value) }))
      .filter(({ x }) => x >= LABEL_HALF && x <= width - PAD / 2),
    ticksY: linearTicks(up.min, up.max, Math.max(height / ROOM_Y, 2)).map((value) => ({
      value,
      y: toY(value),
    })),
    zeroX: within(toX(0), width),
    zeroY: within(toY(0), height),
    placed: known.map(({ index, x, y }) => ({ index, x: toX(x), y: toY(y) })),
  };
}

function scaleOf(values: readonly number[], size: number): ValueScale {
  let low = 0;
  let high = 0;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return fitScale(low, high, size, { top: PAD, bottom: PAD });
}

/** Index into the points of the one nearest to a place, `reach` pixels away at most; null when none is. */
export function nearestPoint(
  placed: readonly PlacedPoint[],
  x: number,
  y: number,
  reach: number,
): number | null {
  let best: number | null = null;
  let least = reach * reach;
  for (const point of placed) {
    const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (distance > least) continue;
    least = distance;
    best = point.index;
  }
  return best;
}
