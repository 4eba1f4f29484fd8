import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Column } from '../../core/column';
import type { VisibleRange } from './chart-props';
import { traceLine } from './geometry/decimate';
import { barX, visibleRows } from './geometry/range';
import type { ValueScale } from './geometry/value-scale';
import type { Palette } from './palette';

/** One line of a plot. */
export interface PlotLine {
  readonly values: Column;
  /** What is drawn of a value, as its change since the left edge; the value itself when absent. */
  readonly shown?: (value: number) => number;
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  /** Opacity in [0, 1]. */
  readonly alpha?: number;
  /** Fills the area between the line and this shown value. */
  readonly area?: { readonly to: number; readonly colour: string };
}

/** Everything a plot shows at one moment, as plain values. */
export interface PlotPicture {
  /** CSS pixels, the value axis included. */
  readonly width: number;
  readonly height: number;
  readonly axisWidth: number;
  readonly count: number;
  readonly range: VisibleRange;
  readonly scale: ValueScale;
  readonly lines: readonly PlotLine[];
  readonly gridX: readonly { readonly bar: number; readonly strong: boolean }[];
  readonly gridY: readonly number[];
  /** Writes the values of `gridY` beside the plot; without it the axis stays empty for a layer above. */
  readonly axis?: { readonly write: (value: number) => string };
  /** A value whose grid line is drawn stronger, as zero. */
  readonly baseline?: number;
  readonly palette: Palette;
  /** Paints above the grid and below the lines, in CSS pixels of the plot. */
  readonly below?: (surface: Surface) => void;
  /** Paints above the lines. */
  readonly above?: (surface: Surface) => void;
}

/** A canvas clipped to the plot, in CSS pixels. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
}

/** A plot on the page. */
export interface Plot {
  show(picture: PlotPicture): void;
  destroy(): void;
}

/** Row numbers 0, 1, 2 … as a column; views of one that only grows. */
let rowNumbers: Column = new Float64Array(0);

function rows(count: number): Column {
  if (rowNumbers.length < count)
    rowNumbers = Float64Array.from({ length: Math.ceil(count * 1.5) }, (_, i) => i);
  return rowNumbers.subarray(0, count);
}

/** Builds a plot inside `element`. Nothing is drawn before the first `show`. */
export function createPlot(element: HTMLElement): Plot {
  let picture: PlotPicture | undefined;
  let plot: uPlot | undefined;

  return {
    show(next) {
      const before = picture;
      picture = next;
      if (!plot || before?.lines.length !== next.lines.length) {
        plot?.destroy();
        plot = new uPlot(
          options(() => picture ?? next),
          dataOf(next),
          element,
        );
        return;
      }
      update(plot, before, next);
    },
    destroy() {
      plot?.destroy();
      plot = undefined;
    },
  };
}

function update(plot: uPlot, before: PlotPicture, next: PlotPicture): void {
  plot.batch(() => {
    if (before.width !== next.width || before.height !== next.height) plot.setSize(next);
    next.lines.forEach((line, k) => Object.assign(plot.series[k + 1] ?? {}, look(line)));
    const sameData =
      before.count === next.count && next.lines.every((line, k) => line.values === before.lines[k]?.values);
    if (!sameData) plot.setData(dataOf(next), false);
    plot.setScale('x', xLimits(next));
    plot.redraw();
  });
}

const xLimits = ({ range }: PlotPicture): { min: number; max: number } => ({
  min: range.from - 0.5,
  max: range.to - 0.5,
});

const dataOf = (picture: PlotPicture): uPlot.AlignedData => [
  rows(picture.count),
  ...picture.lines.map((line) => line.values),
];

const look = (line: PlotLine): Pick<uPlot.Series, 'width' | 'dash' | 'alpha'> => ({
  width: line.width,
  dash: (line.dash ?? []).map((length) => length * devicePixelRatio),
  alpha: line.alpha ?? 1,
});

function options(picture: () => PlotPicture): uPlot.Options {
  const { width, height, lines } = picture();
  return {
    width,
    height,
    padding: [0, 0, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: () => [xLimits(picture()).min, xLimits(picture()).max] },
      y: {
        distr: 100,
        fwd: (value) => (picture().scale.log ? Math.log(value) : value),
        bwd: (value) => (picture().scale.log ? Math.exp(value) : value),
        range: () => [picture().scale.min, picture().scale.max],
      },
    },
    axes: [
      { show: false },
      {
        side: 1,
        size: () => picture().axisWidth,
        gap: 8,
        font: `11px ${picture().palette.font}`,
        stroke: () => picture().palette.t3,
        ticks: { show: false },
        splits: () => [...picture().gridY],
        filter: (_, splits) => splits,
        values: (_, splits) => splits.map((value) => picture().axis?.write(value) ?? ''),
        grid: { stroke: () => picture().palette.ln, width: 1 },
      },
    ],
    series: [{}, ...lines.map((_, k) => series(picture, k))],
    hooks: {
      drawClear: [(plot) => onSurface(plot, picture(), paintGridX)],
      drawAxes: [(plot) => onSurface(plot, picture(), paintBelow)],
      draw: [(plot) => onSurface(plot, picture(), picture().above)],
    },
  };
}

function series(picture: () => PlotPicture, k: number): uPlot.Series {
  const line = (): PlotLine | undefined => picture().lines[k];
  return {
    ...look(picture().lines[k] ?? { values: rows(0), colour: '', width: 1 }),
    auto: false,
    pxAlign: 0,
    points: { show: false },
    stroke: () => line()?.colour ?? '',
    fill: () => line()?.area?.colour ?? '',
    paths: (plot) => {
      const now = line();
      return now ? linePaths(picture(), now, devicePixelRatio, plot.bbox) : null;
    },
  };
}

function linePaths(picture: PlotPicture, line: PlotLine, ratio: number, box: uPlot.BBox): uPlot.Series.Paths {
  const { range, scale } = picture;
  const { shown } = line;
  const { first, last } = visibleRows({ from: range.from - 1, to: range.to + 1 }, picture.count);
  const xOf = (row: number): number => box.left + barX(range, box.width, row);
  const yOf = (value: number): number => box.top + scale.toY(shown ? shown(value) : value) * ratio;
  const stroke = new Path2D();
  traceLine(line.values, first, last, xOf, yOf, stroke, ratio);
  const { area } = line;
  if (!area || last <= first) return { stroke };
  const fill = new Path2D(stroke);
  const floor = box.top + scale.toY(area.to) * ratio;
  fill.lineTo(xOf(last - 1), floor);
  fill.lineTo(xOf(first), floor);
  fill.closePath();
  return { stroke, fill };
}

function onSurface(
  plot: uPlot,
  picture: PlotPicture,
  paint: ((surface: Surface, picture: PlotPicture) => void) | undefined,
): void {
  if (!paint) return;
  const { ctx: context, bbox } = plot;
  const ratio = devicePixelRatio;
  context.save();
  context.beginPath();
  context.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  context.clip();
  context.setTransform(ratio, 0, 0, ratio, bbox.left, bbox.top);
  paint({ context, ratio, width: bbox.width / ratio, height: bbox.height / ratio }, picture);
  context.restore();
}

function paintGridX(
  { context, ratio, width, height }: Surface,
  { gridX, range, palette }: PlotPicture,
): void {
  context.lineWidth = 1 / ratio;
  for (const strong of [false, true]) {
    context.strokeStyle = strong ? palette.ln2 : palette.ln;
    context.beginPath();
    for (const line of gridX) {
      if (line.strong !== strong) continue;
      const x = crisp(barX(range, width, line.bar - 0.5), ratio);
      context.moveTo(x, 0);
      context.lineTo(x, height);
    }
    context.stroke();
  }
}

function paintBelow(surface: Surface, picture: PlotPicture): void {
  const { baseline, palette, scale } = picture;
  if (baseline !== undefined) {
    const { context, ratio, width } = surface;
    const y = crisp(scale.toY(baseline), ratio);
    context.strokeStyle = palette.ln2;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(0, y);
    context.lineTo(width, y);
    context.stroke();
  }
  picture.below?.(surface);
}

/** Middle of the device pixel at `at` CSS pixels, so that a line one device pixel wide is sharp. */
export const crisp = (at: number, ratio: number): number => (Math.floor(at * ratio) + 0.5) / ratio;
