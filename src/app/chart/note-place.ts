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
 * side with more of it, and under or over the prices there; else above or below the bar.
 *
 * @param note    its size
 * @param pane    size of the plot; above `top` the legend stands
 * @param bar     middle of the bar, and the heights between which its prices, marks and tag lie
 * @param prices  heights between which the bars lie from one x to another
 */
export function placeNote(
  note: { readonly width: number; readonly height: number },
  pane: { readonly width: number; readonly height: number; readonly top: number },
  bar: { readonly x: number; readonly high: number; readonly low: number },
  prices: (fromX: number, toX: number) => { readonly high: number; readonly low: number },
): NotePlace {
  const left = bar.x - GAP - note.width;
  const right = bar.x + GAP;
  const fitsLeft = left >= EDGE;
  const fitsRight = right + note.width <= pane.width - EDGE;
  const beside = fitsLeft && (!fitsRight || bar.x > pane.width / 2) ? left : right;
  if (fitsLeft || fitsRight)
    return { left: beside, top: clearTop(note, pane, prices(beside, beside + note.width)) };

  const centred = Math.min(
    Math.max(bar.x - note.width / 2, EDGE),
    Math.max(pane.width - note.width - EDGE, EDGE),
  );
  const roomBelow = pane.height - bar.low;
  const top = roomBelow >= bar.high ? Math.max(bar.low + GAP, 0) : Math.max(bar.high - GAP - note.height, 0);
  return { left: centred, top };
}

/** Upper edge that hides as few prices as possible: below them, else above them, else at the foot. */
function clearTop(
  note: { readonly height: number },
  pane: { readonly height: number; readonly top: number },
  prices: { readonly high: number; readonly low: number },
): number {
  const lowest = Math.max(pane.height - note.height - EDGE, 0);
  if (prices.low + EDGE <= lowest) return Math.min(prices.low + GAP, lowest);
  return prices.high - note.height - EDGE >= pane.top ? pane.top : lowest;
}
