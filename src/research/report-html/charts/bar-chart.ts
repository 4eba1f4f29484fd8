import { markup, type Markup } from '../markup';
import { short, type PlotBox } from './line-path';
import { CHART_WIDTH } from './time-chart';
import { valueTick } from './value-tick';
import { linearScale } from './value-scale';

/** One bar, with one for the benchmark beside it. */
export interface ChartBar {
  /** Below the bar; empty for none. */
  readonly label: string;
  readonly value: number;
  readonly benchmark?: number | null;
  /** Whether it is drawn as a gain; by its sign when omitted. */
  readonly gain?: boolean;
  /** What it is, for those who point at it. */
  readonly title: string;
}

/** Bars from zero, in order. */
export interface BarChart {
  readonly label: string;
  readonly bars: readonly ChartBar[];
  readonly height: number;
  readonly tickWords: (value: number) => string;
}

const AXIS_WIDTH = 62;
const LABEL_HEIGHT = 18;
/** Width of a label, units of the picture. */
const LABEL_WIDTH = 34;

/** Draws bars from zero upwards and downwards; the axis always holds zero. */
export function barChart({ label, bars, height, tickWords }: BarChart): Markup {
  const width = CHART_WIDTH.half;
  const box: PlotBox = { left: 1, right: width - AXIS_WIDTH, top: 8, bottom: height - LABEL_HEIGHT };
  const all = bars.flatMap(({ value, benchmark }) => [value, benchmark ?? 0]);
  const scale = linearScale(Math.min(0, ...all), Math.max(0, ...all), box.top, box.bottom);
  const step = (box.right - box.left) / Math.max(1, bars.length);
  const every = Math.ceil(LABEL_WIDTH / step);
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${scale.ticks.map((tick) => valueTick(scale.y(tick), tickWords(tick), box, tick === 0))}
    ${bars.map((bar, i) => oneBar(bar, box.left + i * step, step, scale.y))}
    ${bars.map(({ label: words }, i) =>
      words !== '' && i % every === 0
        ? markup`<text class="mid" x="${short(box.left + (i + 0.5) * step)}" y="${height - 5}">${words}</text>`
        : null,
    )}
  </svg>`;
}

function oneBar(bar: ChartBar, left: number, step: number, y: (value: number) => number): Markup {
  const gain = bar.gain ?? bar.value >= 0;
  const pair = bar.benchmark !== undefined && bar.benchmark !== null;
  const width = Math.max(0.6, step * (pair ? 0.38 : 0.78));
  const at = left + step * 0.11;
  const own = rect(at, width, y(0), y(bar.value), gain ? 'gain' : 'loss', bar.title);
  const held = pair && rect(at + width + 1, width, y(0), y(bar.benchmark), 'held', bar.title);
  return markup`${own}${held || null}`;
}

const rect = (x: number, width: number, zero: number, y: number, look: string, title: string): Markup =>
  markup`<rect
    class="${look}"
    x="${short(x)}"
    y="${short(Math.min(zero, y))}"
    width="${short(width)}"
    height="${short(Math.abs(zero - y))}"
    ><title>${title}</title></rect
  >`;
