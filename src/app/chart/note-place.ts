/** Where a note goes, CSS pixels of the price pane. */
export interface NotePlace {
  readonly left: number;
  readonly top: number;
}

/** Room between a note and what it speaks of. */
const GAP = 16;
const EDGE = 8;

/**
 * Places a note so that it never covers the bar it speaks of: beside it where there is room, on the
 * side with more of it; else above or below the bar's prices.
 *
 * @param note  its size
 * @param pane  size of the plot; `top` is kept free for the legend
 * @param bar   middle of the bar, and the heights between which its prices, marks and tag lie
 */
export function placeNote(
  note: { readonly width: number; readonly height: number },
  pane: { readonly width: number; readonly height: number; readonly top: number },
  bar: { readonly x: number; readonly high: number; readonly low: number },
): NotePlace {
  const lowest = Math.max(pane.height - note.height - EDGE, 0);
  const beside = Math.min(Math.max(bar.low + GAP, pane.top), lowest);
  const left = bar.x - GAP - note.width;
  const right = bar.x + GAP;
  const fitsLeft = left >= EDGE;
  const fitsRight = right + note.width <= pane.width - EDGE;
  if (fitsLeft && (!fitsRight || bar.x > pane.width / 2)) return { left, top: beside };
  if (fitsRight) return { left: right, top: beside };

  const centred = Math.min(
    Math.max(bar.x - note.width / 2, EDGE),
    Math.max(pane.width - note.width - EDGE, EDGE),
  );
  const roomBelow = pane.height - bar.low;
  const top = roomBelow >= bar.high ? Math.max(bar.low + GAP, 0) : Math.max(bar.high - GAP - note.height, 0);
  return { left: centred, top };
}
