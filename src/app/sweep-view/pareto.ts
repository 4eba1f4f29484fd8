import type { Column } from '../../core/column';
import { linearTicks } from '../chart/geometry/value-ticks';
import type { Palette } from '../chart/palette';
import type { Surface } from '../chart/plot';
import type { PlacedPoint } from '../plots/scatter';
import { extentOf } from './extent';

/** Room for the labels of the axes, CSS pixels. */
export const PARETO = { axis: 64, foot: 40 } as const;
const PAD = 14;

/** Two objectives of all settings on a plane: better is to the right and above. */
export interface ParetoLayout {
  readonly ticksX: readonly { readonly value: number; readonly x: number }[];
  readonly ticksY: readonly { readonly value: number; readonly y: number }[];
  /** Trials that are drawn; `index` is the row. */
  readonly cloud: readonly PlacedPoint[];
  /** Settings that no other beats, from left to right. */
  readonly front: readonly PlacedPoint[];
}

/** Places settings by the scores of two objectives; those without one of them are left out. */
export function paretoLayout(
  across: Column,
  up: Column,
  drawn: Uint32Array,
  front: readonly number[],
  width: number,
  height: number,
): ParetoLayout {
  const rows = [...drawn, ...front].filter(
    (row) => Number.isFinite(across[row]!) && Number.isFinite(up[row]!),
  );
  const reachX = extentOf(rows.map((row) => across[row]!)) ?? { low: 0, high: 1 };
  const reachY = extentOf(rows.map((row) => up[row]!)) ?? { low: 0, high: 1 };
  const x = (value: number): number =>
    PAD + ((value - reachX.low) / (reachX.high - reachX.low || 1)) * (width - 2 * PAD);
  const y = (value: number): number =>
    PAD + ((reachY.high - value) / (reachY.high - reachY.low || 1)) * (height - 2 * PAD);
  const placed = (row: number): PlacedPoint => ({ index: row, x: x(across[row]!), y: y(up[row]!) });
  const inFront = new Set(front);
  return {
    ticksX: linearTicks(reachX.low, reachX.high, Math.max(width / 80, 2)).map((value) => ({
      value,
      x: x(value),
    })),
    ticksY: linearTicks(reachY.low, reachY.high, Math.max(height / 40, 2)).map((value) => ({
      value,
      y: y(value),
    })),
    cloud: rows.filter((row, k) => k < drawn.length && !inFront.has(row)).map(placed),
    front: rows
      .filter((row, k) => inFront.has(row) && rows.lastIndexOf(row) === k)
      .map(placed)
      .sort((a, b) => a.x - b.x || b.y - a.y),
  };
}

/** Draws all settings as small rings, the front as dots joined by steps, and a ring around the chosen one. */
export function paintPareto(
  { context }: Surface,
  { cloud, front }: ParetoLayout,
  chosen: PlacedPoint | null,
  palette: Palette,
): void {
  const dot = ({ x, y }: PlacedPoint, radius: number): void => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
  };
  context.lineWidth = 1;
  context.strokeStyle = palette.t3;
  context.globalAlpha = cloud.length > 1000 ? 0.5 : 0.8;
  for (const point of cloud) {
    dot(point, 2.5);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.strokeStyle = palette.ac;
  context.lineWidth = 1.5;
  context.beginPath();
  front.forEach(({ x, y }, k) => {
    const before = front[k - 1];
    if (!before) context.moveTo(x, y);
    else {
      context.lineTo(before.x, y);
      context.lineTo(x, y);
    }
  });
  context.stroke();
  context.fillStyle = palette.ac;
  for (const point of front) {
    dot(point, 4.5);
    context.fill();
  }
  if (!chosen) return;
  dot(chosen, 8);
  context.strokeStyle = palette.t1;
  context.stroke();
}
