import type { Palette } from '../chart/palette';
import type { Surface } from '../chart/plot';
import type { PlacedPoint } from './scatter';

const RADIUS = 3.5;

/**
 * Draws points as rings and dots, and a ring of text colour around the chosen one.
 *
 * @param hollow  whether each point, by its index, is a ring
 */
export function paintPoints(
  { context }: Surface,
  placed: readonly PlacedPoint[],
  hollow: readonly boolean[],
  chosen: PlacedPoint | undefined,
  palette: Palette,
): void {
  context.lineWidth = 1.5;
  context.strokeStyle = palette.up;
  context.fillStyle = palette.dn;
  for (const { index, x, y } of placed) {
    context.beginPath();
    context.arc(x, y, RADIUS, 0, 2 * Math.PI);
    if (hollow[index]) context.stroke();
    else context.fill();
  }
  if (!chosen) return;
  context.beginPath();
  context.arc(chosen.x, chosen.y, RADIUS + 3, 0, 2 * Math.PI);
  context.strokeStyle = palette.t1;
  context.stroke();
}
