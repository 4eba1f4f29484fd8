/** Least width of anything a hand can grab, CSS pixels. */
export const TARGET = 24;

/** Least width of the frame, so that two handles and a body have room around it. */
const FRAME_MIN = 40;

/** Room kept free at both ends of the strip. */
export const BRUSH_MARGIN = 8;

/** Places of a brush along its strip, CSS pixels from the left. */
export interface BrushPlaces {
  /** What is drawn: the visible part, widened where it would be too narrow to see and to grab. */
  readonly frame: { readonly left: number; readonly width: number };
  /** What is grabbed: two handles of `TARGET` and the body between them; none covers another. */
  readonly from: number;
  readonly body: { readonly left: number; readonly width: number };
  readonly to: number;
}

/**
 * Lays out a brush over `[left, right]`. Handles lie over the edges while the body keeps its width;
 * over a narrower part they move outwards.
 *
 * @param width  of the strip, at least three times `TARGET`
 */
export function brushPlaces(left: number, right: number, width: number): BrushPlaces {
  const shown = Math.max(right - left, Math.min(FRAME_MIN, width - 2 * BRUSH_MARGIN));
  const start = clamp((left + right - shown) / 2, BRUSH_MARGIN, width - BRUSH_MARGIN - shown);
  const inside = clamp((shown - TARGET) / 2, 0, TARGET / 2);
  const to = clamp(start + shown - inside, 2 * TARGET, width - TARGET);
  const from = clamp(start - TARGET + inside, 0, to - 2 * TARGET);
  return {
    frame: { left: start, width: shown },
    from,
    body: { left: from + TARGET, width: to - from - TARGET },
    to,
  };
}

const clamp = (value: number, low: number, high: number): number => Math.max(Math.min(value, high), low);
