import type { OutputPreview } from '../../workers/compute-protocol';

/** Height of the box that a sparkline is drawn in; it is stretched to the room there is. */
export const BOX = 100;
const EDGE = 3;

/** Lines of a preview, and the values at the edges of its box. */
export interface Sparkline {
  /** An SVG path in a box of `width` times `BOX`, with gaps where there are no values. */
  readonly path: string;
  readonly width: number;
  /** Smallest and largest finite value; NaN when there is none. */
  readonly min: number;
  readonly max: number;
}

/** Draws each stretch from its low to its high, joined to the one before. */
export function sparkline({ low, high }: OutputPreview): Sparkline {
  const finite = [...low, ...high].filter(Number.isFinite);
  const min = finite.reduce((a, b) => Math.min(a, b), finite[0] ?? NaN);
  const max = finite.reduce((a, b) => Math.max(a, b), finite[0] ?? NaN);
  const scale = max > min ? (BOX - 2 * EDGE) / (max - min) : 0;
  const y = (value: number): string =>
    (scale === 0 ? BOX / 2 : BOX - EDGE - (clamped(value) - min) * scale).toFixed(2);
  const clamped = (value: number): number => Math.max(min, Math.min(max, value));
  const points: string[] = [];
  let gap = true;
  for (let k = 0; k < low.length; k++) {
    const [bottom, top] = [low[k]!, high[k]!];
    if (Number.isNaN(bottom) || finite.length === 0) gap = true;
    else {
      const [first, second] = k % 2 === 0 ? [bottom, top] : [top, bottom];
      points.push(`${gap ? 'M' : 'L'}${k} ${y(first)}L${k} ${y(second)}`);
      gap = false;
    }
  }
  return { path: points.join(''), width: Math.max(1, low.length - 1), min, max };
}
