import type { Bars } from '../../../core/bars';
import type { Column } from '../../../core/column';

/** What many bars look like in one pixel column. */
export interface PixelColumns {
  /** Left edge of each, pixels. */
  readonly x: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 where the last close is not below the first open. */
  readonly rising: Uint8Array;
}

/**
 * Bars `[first, last)` merged into columns one pixel wide: lowest low, highest high and direction.
 * For views where a bar is narrower than a pixel.
 *
 * @param xOf    left edge of a bar in pixels, rising
 * @param pixel  width of a column in the units of `xOf`
 */
export function mergeBars(
  bars: Bars,
  first: number,
  last: number,
  xOf: (bar: number) => number,
  pixel = 1,
): PixelColumns {
  const x: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const rising: number[] = [];
  for (let from = first; from < last;) {
    const edge = Math.floor(xOf(from) / pixel) * pixel;
    let to = from;
    let lowest = Infinity;
    let highest = -Infinity;
    do {
      lowest = Math.min(lowest, bars.low[to]!);
      highest = Math.max(highest, bars.high[to]!);
      to++;
    } while (to < last && xOf(to) < edge + pixel);
    x.push(edge);
    low.push(lowest);
    high.push(highest);
    rising.push(bars.close[to - 1]! >= bars.open[from]! ? 1 : 0);
    from = to;
  }
  return {
    x: Float64Array.from(x),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    rising: Uint8Array.from(rising),
  };
}

/** Where a line goes; implemented by canvas paths. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/**
 * Draws a column as a line: a gap wherever it is NaN. Where rows are closer than a pixel, each
 * pixel column keeps its first, lowest, highest and last value, so no spike is lost.
 *
 * @param xOf  centre of a row in pixels, rising
 * @param yOf  height of a value in pixels
 */
export function traceLine(
  values: Column,
  first: number,
  last: number,
  xOf: (row: number) => number,
  yOf: (value: number) => number,
  pen: Pen,
  pixel = 1,
): void {
  const rows = last - first;
  const dense = rows > 1 && (xOf(last - 1) - xOf(first)) / (rows - 1) < pixel / 2;
  let drawing = false;
  for (let row = first; row < last;) {
    if (Number.isNaN(values[row]!)) {
      drawing = false;
      row++;
      continue;
    }
    const to = dense ? endOfPixel(values, row, last, xOf, pixel) : row + 1;
    drawPixel(values, row, to, xOf, yOf, pen, drawing);
    drawing = true;
    row = to;
  }
}

/** First row after `row` that is NaN or lies in a later pixel. */
function endOfPixel(
  values: Column,
  row: number,
  last: number,
  xOf: (row: number) => number,
  pixel: number,
): number {
  const end = (Math.floor(xOf(row) / pixel) + 1) * pixel;
  let to = row + 1;
  while (to < last && xOf(to) < end && !Number.isNaN(values[to]!)) to++;
  return to;
}

function drawPixel(
  values: Column,
  from: number,
  to: number,
  xOf: (row: number) => number,
  yOf: (value: number) => number,
  pen: Pen,
  drawing: boolean,
): void {
  const x = xOf(from);
  const start = yOf(values[from]!);
  if (drawing) pen.lineTo(x, start);
  else pen.moveTo(x, start);
  if (to - from === 1) {
    const alone = !drawing && Number.isNaN(values[to] ?? NaN);
    if (alone) pen.lineTo(x + 0.01, start);
    return;
  }
  let lowest = Infinity;
  let highest = -Infinity;
  for (let row = from; row < to; row++) {
    lowest = Math.min(lowest, values[row]!);
    highest = Math.max(highest, values[row]!);
  }
  pen.lineTo(x, yOf(lowest));
  pen.lineTo(x, yOf(highest));
  pen.lineTo(x, yOf(values[to - 1]!));
}

/** Least and greatest value of rows `[first, last)`, NaN passed over; infinities when there are none. */
export function extremes(values: Column, first: number, last: number): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let row = first; row < last; row++) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
