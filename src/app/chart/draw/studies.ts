import type { Bars } from '../../../core/bars';
import type { Column } from '../../../core/column';
import type { ChartStudy, StudySeries, VisibleRange } from '../chart-props';
import { extremes } from '../geometry/decimate';
import { barX, span, visibleRows } from '../geometry/range';
import type { ValueScale } from '../geometry/value-scale';
import { seriesColour, type Palette } from '../palette';
import type { Surface } from '../plot';

/** Opacity of the filling of a band, and of a histogram's bars. */
const BAND = 0.09;
const BAR = 0.6;
/** Share of a bar's width that a histogram's bar takes. */
const WIDTH = 0.6;
/** Half the height of a mark, and its distance from the bar, CSS pixels. */
const MARK = { size: 4, gap: 8 } as const;
/** Bars narrower than this carry ticks in place of marks, CSS pixels. */
const MARK_FROM = 4;

/** Least and greatest value that studies draw in rows `[first, last)`; a histogram reaches down to zero. */
export function studyExtremes(
  studies: readonly ChartStudy[],
  first: number,
  last: number,
): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const { style, values } of studies.flatMap(({ series }) => series)) {
    if (style !== 'line' && style !== 'histogram') continue;
    const found = extremes(values, first, last);
    const floor = style === 'histogram' && found.low <= found.high ? 0 : NaN;
    low = Math.min(low, found.low, Number.isNaN(floor) ? Infinity : floor);
    high = Math.max(high, found.high, Number.isNaN(floor) ? -Infinity : floor);
  }
  return { low, high };
}

/** Fills each study's band between its upper and its lower edge, lightly; nothing where one is NaN. */
export function drawBands(
  surface: Surface,
  studies: readonly ChartStudy[],
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
): void {
  const { context } = surface;
  for (const { series } of studies) {
    const upper = series.find(({ edge }) => edge === 'upper');
    const lower = series.find(({ edge }) => edge === 'lower');
    if (!upper || !lower) continue;
    context.fillStyle = seriesColour(palette, upper.colour);
    context.globalAlpha = BAND;
    for (const run of bandRuns(upper.values, lower.values, range, surface)) fillRun(context, run, scale);
    context.globalAlpha = 1;
  }
}

/** One step of a band: a bar, or all bars of a pixel with their highest upper and lowest lower edge. */
interface BandStep {
  readonly x: number;
  readonly upper: number;
  readonly lower: number;
}

function bandRuns(
  upper: Column,
  lower: Column,
  range: VisibleRange,
  { width, ratio }: Surface,
): BandStep[][] {
  const { first, last } = visibleRows({ from: range.from - 1, to: range.to + 1 }, upper.length);
  const rowsPerStep = Math.max(1, Math.floor(span(range) / (width * ratio)));
  const runs: BandStep[][] = [];
  let run: BandStep[] = [];
  for (let row = first; row < last; row += rowsPerStep) {
    const to = Math.min(row + rowsPerStep, last);
    const step = {
      x: barX(range, width, row),
      upper: extremes(upper, row, to).high,
      lower: extremes(lower, row, to).low,
    };
    if (Number.isFinite(step.upper) && Number.isFinite(step.lower)) run.push(step);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function fillRun(context: CanvasRenderingContext2D, run: readonly BandStep[], scale: ValueScale): void {
  context.beginPath();
  for (const { x, upper } of run) context.lineTo(x, scale.toY(upper));
  for (const { x, lower } of run.toReversed()) context.lineTo(x, scale.toY(lower));
  context.closePath();
  context.fill();
}

/** Draws histograms from zero; where bars are under a pixel wide each column shows its extremes. */
export function drawHistograms(
  { context, ratio, width }: Surface,
  studies: readonly ChartStudy[],
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
): void {
  const zero = scale.toY(0);
  const barWidth = width / span(range);
  const thickness = Math.max(barWidth * WIDTH, 1 / ratio);
  const rowsPerStep = Math.max(1, Math.floor(1 / (barWidth * ratio)));
  context.globalAlpha = BAR;
  for (const { style, values, colour } of studies.flatMap(({ series }) => series)) {
    if (style !== 'histogram') continue;
    context.fillStyle = seriesColour(palette, colour);
    const { first, last } = visibleRows(range, values.length);
    for (let row = first; row < last; row += rowsPerStep) {
      const { low, high } = extremes(values, row, Math.min(row + rowsPerStep, last));
      if (low > high) continue;
      const top = Math.min(scale.toY(high), zero);
      const bottom = Math.max(scale.toY(low), zero);
      context.fillRect(barX(range, width, row) - thickness / 2, top, thickness, bottom - top);
    }
  }
  context.globalAlpha = 1;
}

/**
 * Draws signals at their bars: a filled diamond below a bar for a value above zero, a hollow one above
 * the bar for a value below zero. Several studies stand one after the other, away from the bar.
 */
export function drawMarks(
  surface: Surface,
  studies: readonly ChartStudy[],
  bars: Bars,
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
): void {
  const marked = studies.flatMap(({ series }) => series).filter(({ style }) => style === 'marks');
  marked.forEach((series, place) => drawMarksOf(surface, series, place, bars, range, scale, palette));
}

function drawMarksOf(
  { context, width }: Surface,
  { values, colour }: StudySeries,
  place: number,
  bars: Bars,
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
): void {
  const { first, last } = visibleRows(range, values.length);
  const isTick = width / span(range) < MARK_FROM;
  const away = MARK.gap + place * (2 * MARK.size + 2);
  context.strokeStyle = seriesColour(palette, colour);
  context.lineWidth = 1.5;
  for (let row = first; row < last; row++) {
    const value = values[row]!;
    if (!(value < 0 || value > 0)) continue;
    const x = barX(range, width, row);
    const y = value > 0 ? scale.toY(bars.low[row]!) + away : scale.toY(bars.high[row]!) - away;
    context.fillStyle = value > 0 ? seriesColour(palette, colour) : palette.bg1;
    context.beginPath();
    if (isTick) {
      context.moveTo(x, y - MARK.size / 2);
      context.lineTo(x, y + MARK.size / 2);
    } else {
      context.moveTo(x, y - MARK.size);
      context.lineTo(x + MARK.size, y);
      context.lineTo(x, y + MARK.size);
      context.lineTo(x - MARK.size, y);
      context.closePath();
      context.fill();
    }
    context.stroke();
  }
}
