import type { Bars } from '../../core/bars';
import type { QualityCode, QualityNote } from '../../core/dataset';
import { extremes, traceLine } from '../chart/geometry/decimate';
import { placeLabels } from '../chart/geometry/labels';
import { timeTicks } from '../chart/geometry/time-ticks';
import type { ZoneClock } from '../chart/geometry/zone-clock';
import type { Palette } from '../chart/palette';

/** A row of marks under the line: where the rows of one note lie. */
export interface MarkStrip {
  readonly label: string;
  readonly rows: readonly number[];
  readonly tone: 'warn' | 'dn';
}

const LABELS: Partial<Record<QualityCode, string>> = {
  open_repeats_close: 'open = previous close',
  large_moves: 'large moves',
  prices_filled: 'prices filled in',
  zero_volume: 'no volume',
};
const MOST_STRIPS = 4;

/** The cautions of a report that speak of rows, as strips. */
export const stripsOf = (notes: readonly QualityNote[]): readonly MarkStrip[] =>
  notes
    .filter((note) => note.level === 'caution' && note.rows.length > 0)
    .slice(0, MOST_STRIPS)
    .map((note) => ({
      label: LABELS[note.code] ?? note.title.toLowerCase(),
      rows: note.rows,
      tone: note.code === 'large_moves' ? 'dn' : 'warn',
    }));

const LINE = 72;
const STRIP = 13;
const STRIP_GAP = 4;
const AXIS = 20;

/** Height of the picture, CSS pixels. */
export const overviewHeight = (strips: number): number => LINE + strips * (STRIP + STRIP_GAP) + AXIS;

export interface OverviewPicture {
  readonly bars: Bars;
  readonly strips: readonly MarkStrip[];
  readonly clock: ZoneClock;
  readonly palette: Palette;
  /** CSS pixels. */
  readonly width: number;
}

/** Draws the closes as a line, the strips under it, and the years. */
export function paintOverview(context: CanvasRenderingContext2D, picture: OverviewPicture): void {
  const { bars, strips, palette, width } = picture;
  const count = bars.time.length;
  context.clearRect(0, 0, width, overviewHeight(strips.length));
  if (count === 0) return;
  const xOf = (row: number): number => ((row + 0.5) / count) * width;
  context.font = `400 11px ${palette.font}`;
  context.textBaseline = 'middle';
  paintYears(context, picture, xOf);
  paintLine(context, picture, xOf);
  strips.forEach((strip, k) => paintStrip(context, picture, strip, LINE + k * (STRIP + STRIP_GAP), xOf));
}

function paintYears(
  context: CanvasRenderingContext2D,
  { bars, strips, clock, palette, width }: OverviewPicture,
  xOf: (row: number) => number,
): void {
  const bottom = overviewHeight(strips.length);
  const ticks = timeTicks(bars.time, { from: 0, to: bars.time.length }, width, clock);
  const boxes = ticks.map((tick) => ({
    x: xOf(tick.bar),
    y: 0,
    width: context.measureText(tick.label).width + 10,
    height: 1,
  }));
  const shown = placeLabels(boxes, 8);
  ticks.forEach((tick, k) => {
    const x = Math.round(xOf(tick.bar));
    if (!shown[k]) return;
    context.fillStyle = palette.ln;
    context.fillRect(x, 0, 1, LINE - 4);
    context.fillStyle = palette.t3;
    if (x + (boxes[k]?.width ?? 0) <= width) context.fillText(tick.label, x + 4, bottom - AXIS / 2);
  });
}

function paintLine(
  context: CanvasRenderingContext2D,
  { bars, palette }: OverviewPicture,
  xOf: (row: number) => number,
): void {
  const { low, high } = extremes(bars.close, 0, bars.close.length);
  const height = high > low ? (LINE - 14) / (high - low) : 0;
  const yOf = (value: number): number => LINE - 9 - (value - low) * height;
  context.beginPath();
  context.lineWidth = 1.25;
  context.lineJoin = 'round';
  context.strokeStyle = palette.t2;
  traceLine(bars.close, 0, bars.close.length, xOf, yOf, context);
  context.stroke();
}

function paintStrip(
  context: CanvasRenderingContext2D,
  { palette, width }: OverviewPicture,
  strip: MarkStrip,
  top: number,
  xOf: (row: number) => number,
): void {
  context.fillStyle = palette.bg2;
  context.fillRect(0, top, width, STRIP);
  const pixels = markedPixels(strip.rows, Math.ceil(width), xOf);
  context.fillStyle = palette[strip.tone];
  pixels.forEach((marked, x) => marked && context.fillRect(x, top, 1, STRIP));
  const words = context.measureText(strip.label).width + 10;
  const free = widestGap(pixels);
  const x = free.to - free.from >= words ? free.from : 0;
  context.fillStyle = palette.bg1;
  context.fillRect(x, top, words, STRIP);
  context.fillStyle = palette.t1;
  context.fillText(strip.label, x + 5, top + STRIP / 2 + 0.5);
}

/** 1 for each pixel column that holds a row. */
export function markedPixels(
  rows: readonly number[],
  width: number,
  xOf: (row: number) => number,
): Uint8Array {
  const pixels = new Uint8Array(width);
  for (const row of rows) pixels[Math.min(width - 1, Math.floor(xOf(row)))] = 1;
  return pixels;
}

/** The longest run of unmarked pixels, the first of equals. */
export function widestGap(pixels: Uint8Array): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0 };
  let from = 0;
  for (let x = 0; x <= pixels.length; x++) {
    if (x < pixels.length && !pixels[x]) continue;
    if (x - from > best.to - best.from) best = { from, to: x };
    from = x + 1;
  }
  return best;
}
