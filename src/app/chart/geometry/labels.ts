/** A box that wants to be drawn, in pixels. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes share a pixel once each has `gap` around it. */
export const touches = (a: LabelBox, b: LabelBox, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

/**
 * Which boxes can be drawn without touching: greedy, first come first served.
 *
 * @param boxes    in order of importance
 * @param blocked  boxes already on screen
 * @returns        one flag per box
 */
export function placeLabels(
  boxes: readonly LabelBox[],
  gap: number,
  blocked: readonly LabelBox[] = [],
): boolean[] {
  const taken = [...blocked];
  return boxes.map((box) => {
    if (taken.some((other) => touches(box, other, gap))) return false;
    taken.push(box);
    return true;
  });
}

/** A stretch of one axis with a label in its middle. */
export interface Span {
  readonly at: number;
  readonly size: number;
}

/**
 * Moves labels along an axis as little as needed so that none overlap; their order is kept and all
 * stay within `[0, limit]` when they fit at all.
 *
 * @returns  the new middles, in the order given
 */
export function pushApart(spans: readonly Span[], limit: number): number[] {
  const order = spans.map((_, k) => k).sort((a, b) => (spans[a]?.at ?? 0) - (spans[b]?.at ?? 0));
  const middles = spans.map(({ at, size }) => Math.min(Math.max(at, size / 2), limit - size / 2));
  const half = (k: number): number => (spans[k]?.size ?? 0) / 2;
  for (let n = 1; n < order.length; n++) {
    const [before = 0, k = 0] = [order[n - 1], order[n]];
    middles[k] = Math.max(middles[k] ?? 0, (middles[before] ?? 0) + half(before) + half(k));
  }
  for (let n = order.length - 1, ceiling = limit; n >= 0; n--) {
    const k = order[n] ?? 0;
    middles[k] = Math.min(middles[k] ?? 0, ceiling - half(k));
    ceiling = middles[k] - half(k);
  }
  return middles;
}
