import type { Column } from '../../../core/column';
import { markup, type Markup } from '../markup';
import { linePath, short, xOfBar, type PlotBox } from './line-path';
import { timeTicks } from './time-ticks';
import { valueTick } from './value-tick';
import { linearScale, logScale, type ValueScale } from './value-scale';

/** A line of a chart over time. */
export interface ChartLine {
  readonly values: Column;
  /** Class of the style sheet: `run`, `bench`, `fall`. */
  readonly look: 'run' | 'bench' | 'fall';
  /** Filled to the reference; for lines without gaps. */
  readonly filled?: boolean;
}

/** A chart over the bars of a run. */
export interface TimeChart {
  /** What it shows, in a sentence for those who do not see it. */
  readonly label: string;
  readonly time: Column;
  readonly lines: readonly ChartLine[];
  readonly height: number;
  readonly width: keyof typeof CHART_WIDTH;
  readonly scale: 'linear' | 'log';
  /** Value whose line is drawn stronger; NaN for none. */
  readonly reference: number;
  readonly tickWords: (value: number) => string;
}

/** Widths of charts, units of the picture, which is scaled to its place: over two thirds of the page, over half of it. */
export const CHART_WIDTH = { wide: 880, half: 600 } as const;
const AXIS_WIDTH = 62;
const TIME_HEIGHT = 18;

/** Draws lines over time on an axis without gaps, values at the right. */
export function timeChart(chart: TimeChart): Markup {
  const { label, time, lines, height, scale, reference, tickWords } = chart;
  const width = CHART_WIDTH[chart.width];
  const box: PlotBox = { left: 1, right: width - AXIS_WIDTH, top: 8, bottom: height - TIME_HEIGHT };
  const values = scaleOf(lines, scale, reference, box);
  const bars = time.length;
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${values.ticks.map((tick) => valueTick(values.y(tick), tickWords(tick), box, tick === reference))}
    ${timeTicks(time).map(({ bar, label: words }) => timeTick(xOfBar(bar, bars, box), words, box))}
    ${lines.map((line) => lineMarkup(line, box, values, reference))}
  </svg>`;
}

function lineMarkup(
  { values, look, filled }: ChartLine,
  box: PlotBox,
  { y }: ValueScale,
  zero: number,
): Markup {
  const path = linePath(values, box, y);
  const close = `L${short(box.right)} ${short(y(zero))}L${short(box.left)} ${short(y(zero))}Z`;
  const area = filled && path.length > 0 && markup`<path class="area ${look}" d="${path}${close}" />`;
  return markup`${area || null}<path class="line ${look}" d="${path}" />`;
}

function scaleOf(
  lines: readonly ChartLine[],
  scale: TimeChart['scale'],
  reference: number,
  box: PlotBox,
): ValueScale {
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of lines) {
    for (const value of values) {
      if (value < low && value > -Infinity) low = value;
      if (value > high && value < Infinity) high = value;
    }
  }
  if (Number.isFinite(reference)) {
    low = Math.min(low, reference);
    high = Math.max(high, reference);
  }
  if (!(low <= high)) [low, high] = [0, 1];
  const pad = scale === 'linear' ? (high - low) * 0.04 : 0;
  const [from, to] = [low === reference ? low : low - pad, high === reference ? high : high + pad];
  return scale === 'log'
    ? logScale(low, high, box.top, box.bottom)
    : linearScale(from, to, box.top, box.bottom);
}

const timeTick = (x: number, words: string, { top, bottom, right }: PlotBox): Markup =>
  markup`<line class="grid" x1="${short(x)}" x2="${short(x)}" y1="${top}" y2="${bottom}" />${
    x < right - 24 && markup`<text x="${short(x + 3)}" y="${bottom + 13}">${words}</text>`
  }`;
