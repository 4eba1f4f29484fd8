import type { Bars } from '../../../core/bars';
import type { VisibleRange } from '../chart-props';
import { mergeBars } from '../geometry/decimate';
import { barX, span, visibleRows } from '../geometry/range';
import type { ValueScale } from '../geometry/value-scale';
import type { Palette } from '../palette';
import type { Surface } from '../plot';

/** Share of a bar's width that its body takes, and its greatest width in CSS pixels. */
const BODY = { share: 0.74, most: 9 } as const;

/** Bodies narrower than this are solid, CSS pixels. */
const HOLLOW_FROM = 2.8;

/** Shape of a body in device pixels. */
interface Body {
  readonly width: number;
  /** Width of wicks and outlines; as odd or even as the body, so that the wick is in its middle. */
  readonly stroke: number;
  readonly hollow: boolean;
}

/** Bodies for bars so many CSS pixels wide. */
export function bodyFor(barWidth: number, ratio: number): Body {
  const css = Math.min(barWidth * BODY.share, BODY.most);
  const stroke = Math.max(1, Math.floor(ratio));
  let width = Math.max(Math.round(css * ratio), stroke);
  if ((width - stroke) % 2 !== 0) width -= 1;
  return { width, stroke, hollow: css >= HOLLOW_FROM && width > 2 * stroke };
}

/** Draws the visible bars: rising hollow, falling filled; columns when bars are under a pixel wide. */
export function drawCandles(
  surface: Surface,
  bars: Bars,
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
): void {
  const barWidth = surface.width / span(range);
  if (barWidth < 1) drawColumns(surface, bars, range, scale, palette);
  else drawBodies(surface, bars, range, scale, palette, bodyFor(barWidth, surface.ratio));
}

function drawBodies(
  { context, ratio, width }: Surface,
  bars: Bars,
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
  body: Body,
): void {
  const { first, last } = visibleRows(range, bars.time.length);
  const device = (css: number): number => Math.round(css * ratio);
  const box = (x: number, y: number, w: number, h: number): void =>
    context.fillRect(x / ratio, y / ratio, w / ratio, h / ratio);
  const inset = (body.width - body.stroke) / 2;
  for (let i = first; i < last; i++) {
    const open = bars.open[i]!;
    const close = bars.close[i]!;
    const rising = close >= open;
    const left = Math.round(barX(range, width, i) * ratio - body.width / 2);
    const top = device(scale.toY(Math.max(open, close)));
    const height = Math.max(device(scale.toY(Math.min(open, close))) - top, body.stroke);
    const high = device(scale.toY(bars.high[i]!));
    const low = device(scale.toY(bars.low[i]!));

    context.fillStyle = rising ? palette.up : palette.dn;
    box(left + inset, high, body.stroke, Math.max(low - high, 1));
    box(left, top, body.width, height);
    if (rising && body.hollow && height > 2 * body.stroke) {
      context.fillStyle = palette.bg1;
      box(left + body.stroke, top + body.stroke, body.width - 2 * body.stroke, height - 2 * body.stroke);
    }
  }
}

function drawColumns(
  { context, ratio, width }: Surface,
  bars: Bars,
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
): void {
  const { first, last } = visibleRows(range, bars.time.length);
  const columns = mergeBars(bars, first, last, (i) => barX(range, width, i - 0.5), 1 / ratio);
  for (const rising of [0, 1]) {
    context.fillStyle = rising ? palette.up : palette.dn;
    for (let k = 0; k < columns.x.length; k++) {
      if (columns.rising[k] !== rising) continue;
      const top = scale.toY(columns.high[k]!);
      context.fillRect(columns.x[k]!, top, 1 / ratio, Math.max(scale.toY(columns.low[k]!) - top, 1 / ratio));
    }
  }
}
