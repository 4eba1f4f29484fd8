import type { Column } from '../../../core/column';

/** Where a line stands in its picture. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** x of a bar on an axis without gaps. */
export const xOfBar = (bar: number, bars: number, { left, right }: PlotBox): number =>
  bars < 2 ? left : left + (bar / (bars - 1)) * (right - left);

/** One decimal, so that a line of a thousand points stays small. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * The `d` of a path through values: a gap where there is none, and where bars are closer than half a unit only the least
 * and the greatest of each unit, so that no spike is lost.
 *
 * @param values  `f64[n]`
 * @param y       height of a value
 */
export function linePath(values: Column, box: PlotBox, y: (value: number) => number): string {
  let path = '';
  let pen = 'M';
  for (const bar of shownBars(values, Math.ceil(box.right - box.left))) {
    if (bar < 0) {
      pen = 'M';
      continue;
    }
    path += `${pen}${short(xOfBar(bar, values.length, box))} ${short(y(values[bar]!))}`;
    pen = 'L';
  }
  return path;
}

/** Bars that are drawn in order of time; -1 for a gap. */
function* shownBars(values: Column, columns: number): Generator<number> {
  const count = values.length;
  const groups = count > 2 * columns ? columns : count;
  for (let group = 0; group < groups; group++) {
    const from = Math.floor((group * count) / groups);
    const to = Math.floor(((group + 1) * count) / groups);
    let least = -1;
    let most = -1;
    for (let bar = from; bar < to; bar++) {
      if (!Number.isFinite(values[bar])) continue;
      if (least < 0 || values[bar]! < values[least]!) least = bar;
      if (most < 0 || values[bar]! > values[most]!) most = bar;
    }
    if (least < 0) yield -1;
    else if (least === most) yield least;
    else {
      yield Math.min(least, most);
      yield Math.max(least, most);
    }
  }
}
