import { markup, type Markup } from '../markup';
import { short, type PlotBox } from './line-path';
import { valueTick } from './value-tick';
import { linearScale } from './value-scale';

/** A point of a scatter chart. */
export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  readonly gain: boolean;
  readonly title: string;
}

/** Points over two axes of percents. */
export interface ScatterChart {
  readonly label: string;
  readonly points: readonly ScatterPoint[];
  readonly xName: string;
  readonly yName: string;
  readonly words: (value: number) => string;
}

const WIDTH = 460;
const HEIGHT = 260;
const AXIS_WIDTH = 56;
const LABEL_HEIGHT = 34;

/** Draws points: filled discs for gains, hollow ones for losses, so that colour is never alone. */
export function scatterChart({ label, points, xName, yName, words }: ScatterChart): Markup {
  const box: PlotBox = { left: 8, right: WIDTH - AXIS_WIDTH, top: 20, bottom: HEIGHT - LABEL_HEIGHT };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const across = linearScale(Math.min(0, ...xs), Math.max(0, ...xs), box.right, box.left);
  const up = linearScale(Math.min(0, ...ys), Math.max(0, ...ys), box.top, box.bottom);
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
    <text x="${box.left}" y="12">${yName}</text>
    <text class="end" x="${box.right}" y="${HEIGHT - 4}">${xName}</text>
    ${up.ticks.map((tick) => valueTick(up.y(tick), words(tick), box, tick === 0))}
    ${across.ticks.map(
      (tick) =>
        markup`<line
            class="grid${tick === 0 ? ' strong' : ''}"
            x1="${short(across.y(tick))}"
            x2="${short(across.y(tick))}"
            y1="${box.top}"
            y2="${box.bottom}"
          /><text class="mid" x="${short(across.y(tick))}" y="${box.bottom + 14}">${words(tick)}</text>`,
    )}
    ${points.map(
      ({ x, y, gain, title }) =>
        markup`<circle
          class="${gain ? 'gain' : 'loss'}"
          cx="${short(across.y(x))}"
          cy="${short(up.y(y))}"
          r="3.2"
          ><title>${title}</title></circle
        >`,
    )}
  </svg>`;
}
