import { formatNumber } from '../../format';
import { formatSeriesValue } from '../../price';
import type { ChartView } from '../chart-view.svelte';
import { placeLabels, pushApart, type LabelBox } from '../geometry/labels';
import { barX } from '../geometry/range';
import { crosshairDate, type TimeTick } from '../geometry/time-ticks';
import type { Palette } from '../palette';
import { endLabels, type EndLabel } from './end-labels';
import { AXIS_WIDTH, TIME_AXIS_HEIGHT, type Pane } from '../panes';
import { crisp } from '../plot';
import { levelColour } from './trades';

/** A label with a box on an axis. */
interface AxisTag {
  readonly text: string;
  /** Middle along the axis, CSS pixels of the stack. */
  readonly at: number;
  readonly ink: string;
  readonly ground: string;
  readonly bold: boolean;
}

/** Labels of one value axis. */
interface AxisScene {
  readonly pane: Pane;
  readonly labels: readonly { readonly text: string; readonly y: number }[];
  readonly tags: readonly AxisTag[];
}

/** What lies above the plots and follows the hand, as plain values. */
export interface LiveScene {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly palette: Palette;
  readonly plotWidth: number;
  readonly axes: readonly AxisScene[];
  readonly timeLabels: readonly (TimeTick & { readonly x: number })[];
  readonly dateTag: { readonly text: string; readonly x: number } | null;
  readonly crosshair: { readonly x: number; readonly y: number | null } | null;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly colour: string }[];
  /** Names at the right end of lines, where a pane has more of them than colours tell apart. */
  readonly endLabels: readonly EndLabel[];
  readonly measure: MeasureBox | null;
}

/** A measurement as a box with a text, CSS pixels of the stack. */
export interface MeasureBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly gain: boolean;
  readonly text: string;
}

const TAG_HEIGHT = 18;

/** Reads the view into a scene; every reactive value is read here. */
export function liveScene(view: ChartView, measure: MeasureBox | null): LiveScene {
  const { cursor, palette, plotWidth } = view;
  const x = cursor === null ? null : view.xOf(cursor);
  const crossY = cursor === null ? null : crosshairY(view, cursor);
  return {
    width: view.width,
    height: view.height,
    ratio: view.ratio,
    palette,
    plotWidth,
    axes: view.panes.map((pane) => axisScene(view, pane, crossY)),
    timeLabels: view.timeTicks.map((tick) => ({ ...tick, x: barX(view.range, plotWidth, tick.bar - 0.5) })),
    dateTag:
      x === null || cursor === null
        ? null
        : { text: crosshairDate(view.inputs.bars.time[cursor] ?? 0, view.clock), x },
    crosshair: x === null ? null : { x, y: crossY },
    endLabels: view.panes.flatMap((pane) => endLabels(view, pane)),
    dots: cursor === null || x === null ? [] : dots(view, cursor, x),
    measure,
  };
}

/** Height of the level line: the pointer, or the close of the bar chosen by keyboard. */
function crosshairY(view: ChartView, cursor: number): number | null {
  if (view.pointer) return view.pointer.y;
  const close = view.inputs.bars.close[cursor] ?? NaN;
  const y = view.priceScale.toY(close);
  return y >= 0 && y <= view.pricePane.height ? y : null;
}

function axisScene(view: ChartView, pane: Pane, crossY: number | null): AxisScene {
  const { palette } = view;
  const scale = view.scaleOf(pane);
  const { ticks, write } = view.axisOf(pane);
  const labels = ticks.map((tick) => ({ text: write(tick), y: pane.top + scale.toY(tick) }));
  const tags: AxisTag[] = [];
  if (pane.kind === 'price') {
    for (const { kind, price } of view.levels.levels) {
      const at = pane.top + scale.toY(price);
      if (at < 0 || at > pane.height) continue;
      const text = formatNumber(price, { decimals: view.decimals });
      tags.push({ text, at, ink: levelColour(kind, palette), ground: palette.bg3, bold: false });
    }
  }
  if (crossY !== null && crossY >= pane.top && crossY < pane.top + pane.height) {
    const value = scale.toValue(crossY - pane.top);
    const isPrice = pane.kind === 'price' && view.inputs.scale !== 'percent';
    const text = isPrice
      ? formatNumber(value, { decimals: view.decimals })
      : tagText(pane, value, write, view);
    tags.push({ text, at: crossY, ink: palette.bg0, ground: palette.t1, bold: true });
  }
  return { pane, labels, tags };
}

function tagText(pane: Pane, value: number, write: (value: number) => string, view: ChartView): string {
  if (pane.kind === 'own' || pane.kind === 'study') return formatSeriesValue('own', value, view.decimals);
  if (pane.kind === 'price')
    return `${formatNumber((value / view.percentBase - 1) * 100, { signed: true })}\u202f%`;
  if (pane.kind === 'drawdown' && value > 0) return write(0);
  return `${formatNumber(value * 100, { decimals: 1, signed: true })}\u202f%`;
}

function dots(view: ChartView, cursor: number, x: number): LiveScene['dots'] {
  const { inputs, palette } = view;
  return view.panes.flatMap((pane) => {
    const scale = view.scaleOf(pane);
    const dot = (value: number, colour: string): LiveScene['dots'] => {
      const y = scale.toY(value);
      return Number.isNaN(y) ? [] : [{ x, y: pane.top + y, colour }];
    };
    if (pane.kind === 'equity')
      return dot((inputs.equity?.[cursor] ?? NaN) / view.equityBase - 1, palette.t1);
    if (pane.kind === 'drawdown') return dot(-(inputs.drawdown?.[cursor] ?? NaN), palette.dn);
    return [];
  });
}

/** Paints a scene over the plots. */
export function paintLive(context: CanvasRenderingContext2D, scene: LiveScene): void {
  const { ratio, width, height } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  paintFrame(context, scene);
  if (scene.measure) paintMeasure(context, scene.measure, scene);
  if (scene.crosshair) paintCrosshair(context, scene);
  for (const { x, y, colour } of scene.dots) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, 3, 0, 2 * Math.PI);
    context.fill();
  }
  paintEndLabels(context, scene);
  for (const axis of scene.axes) paintAxis(context, scene, axis);
  paintTimeAxis(context, scene);
}

function paintFrame(
  context: CanvasRenderingContext2D,
  { palette, ratio, width, height, plotWidth, axes }: LiveScene,
): void {
  context.strokeStyle = palette.ln;
  context.lineWidth = 1;
  context.beginPath();
  const right = crisp(plotWidth, ratio);
  context.moveTo(right, 0);
  context.lineTo(right, height);
  for (const top of [...axes.slice(1).map(({ pane }) => pane.top), height - TIME_AXIS_HEIGHT]) {
    context.moveTo(0, crisp(top, ratio));
    context.lineTo(width, crisp(top, ratio));
  }
  context.stroke();
}

function paintCrosshair(
  context: CanvasRenderingContext2D,
  { palette, ratio, crosshair, plotWidth, height }: LiveScene,
): void {
  if (!crosshair) return;
  context.strokeStyle = palette.t2;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.beginPath();
  if (crosshair.x >= 0 && crosshair.x <= plotWidth) {
    const x = crisp(crosshair.x, ratio);
    context.moveTo(x, 0);
    context.lineTo(x, height - TIME_AXIS_HEIGHT);
  }
  if (crosshair.y !== null) {
    const y = crisp(crosshair.y, ratio);
    context.moveTo(0, y);
    context.lineTo(plotWidth, y);
  }
  context.stroke();
  context.setLineDash([]);
}

/** Names of lines on a ground of their own, with a stroke of the line's colour in front. */
function paintEndLabels(context: CanvasRenderingContext2D, { endLabels: labels, palette }: LiveScene): void {
  context.font = font(palette, 400);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { text, colour, x, y } of labels) {
    const width = context.measureText(text).width;
    context.globalAlpha = 0.85;
    context.fillStyle = palette.bg1;
    context.fillRect(x - width - 14, y - 7, width + 16, 14);
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillRect(x - width - 12, y - 1, 8, 2);
    context.fillStyle = palette.t1;
    context.fillText(text, x, y + 0.5);
  }
}

const font = (palette: Palette, weight: number): string => `${weight} 11px ${palette.font}`;

function paintAxis(
  context: CanvasRenderingContext2D,
  { palette, plotWidth }: LiveScene,
  { pane, labels, tags }: AxisScene,
): void {
  const bold = tags.filter((tag) => tag.bold);
  const placed = placeTags(tags, pane);
  const blocked = placed.map(({ at }): LabelBox => ({
    x: 0,
    y: at - TAG_HEIGHT / 2,
    width: 1,
    height: TAG_HEIGHT,
  }));
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = font(palette, 400);
  context.fillStyle = palette.t3;
  const boxes = labels.map(({ y }): LabelBox => ({ x: 0, y: y - 6, width: 1, height: 12 }));
  const shown = placeLabels(boxes, 1, blocked);
  labels.forEach(({ text, y }, k) => {
    const inside = y >= pane.top + 7 && y <= pane.top + pane.height - 6;
    if (shown[k] && (inside || pane.kind !== 'price'))
      context.fillText(text, plotWidth + 8, clampInside(y, pane));
  });
  for (const { tag, at } of placed.filter((placing) => !placing.tag.bold))
    paintTag(context, palette, tag, plotWidth, at);
  for (const tag of bold) paintTag(context, palette, tag, plotWidth, tag.at);
}

const clampInside = (y: number, pane: Pane): number =>
  Math.min(Math.max(y, pane.top + 8), pane.top + pane.height - 7);

/** Levels make room for each other; the crosshair's tag stays where the hand is. */
function placeTags(tags: readonly AxisTag[], pane: Pane): { tag: AxisTag; at: number }[] {
  const levels = tags.filter((tag) => !tag.bold);
  const spans = levels.map(({ at }) => ({ at: at - pane.top, size: TAG_HEIGHT + 1 }));
  const middles = pushApart(spans, pane.height);
  return [
    ...levels.map((tag, k) => ({ tag, at: pane.top + (middles[k] ?? tag.at) })),
    ...tags.filter((tag) => tag.bold).map((tag) => ({ tag, at: tag.at })),
  ];
}

function paintTag(
  context: CanvasRenderingContext2D,
  palette: Palette,
  tag: AxisTag,
  plotWidth: number,
  at: number,
): void {
  context.font = font(palette, tag.bold ? 600 : 500);
  const width = Math.min(Math.max(context.measureText(tag.text).width + 11, 40), AXIS_WIDTH - 2);
  context.fillStyle = tag.ground;
  context.beginPath();
  context.roundRect(plotWidth + 2, at - TAG_HEIGHT / 2, width, TAG_HEIGHT, 3);
  context.fill();
  context.fillStyle = tag.ink;
  context.fillText(tag.text, plotWidth + 7, at + 0.5, AXIS_WIDTH - 12);
}

function paintTimeAxis(
  context: CanvasRenderingContext2D,
  { palette, height, plotWidth, timeLabels, dateTag }: LiveScene,
): void {
  const middle = height - TIME_AXIS_HEIGHT / 2;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const blocked: LabelBox[] = [];
  if (dateTag) {
    context.font = font(palette, 600);
    const width = context.measureText(dateTag.text).width + 12;
    const x = Math.min(Math.max(dateTag.x - width / 2, 2), plotWidth - width - 2);
    blocked.push({ x, y: 0, width, height: 1 });
    context.fillStyle = palette.t1;
    context.beginPath();
    context.roundRect(x, middle - 9, width, 18, 3);
    context.fill();
    context.fillStyle = palette.bg0;
    context.fillText(dateTag.text, x + 6, middle + 0.5);
  }
  const byStrength = [...timeLabels].sort(
    (a, b) => Number(b.strong) - Number(a.strong) || b.rank - a.rank || a.x - b.x,
  );
  const boxes = byStrength.map((tick): LabelBox => {
    context.font = font(palette, tick.strong ? 600 : 400);
    return { x: labelX(tick.x), y: 0, width: context.measureText(tick.label).width, height: 1 };
  });
  const shown = placeLabels(boxes, 8, blocked);
  byStrength.forEach((tick, k) => {
    const box = boxes[k];
    if (!shown[k] || !box || box.x + box.width > plotWidth - 2) return;
    context.font = font(palette, tick.strong ? 600 : 400);
    context.fillStyle = tick.strong ? palette.t1 : palette.t3;
    context.fillText(tick.label, box.x, middle + 0.5);
  });
}

/** Labels stand right of their line, and inside when it lies at the left edge. */
const labelX = (x: number): number => Math.max(x + 5, 6);

function paintMeasure(
  context: CanvasRenderingContext2D,
  box: MeasureBox,
  { palette, plotWidth }: LiveScene,
): void {
  const [x, y] = [Math.min(box.x0, box.x1), Math.min(box.y0, box.y1)];
  const [width, height] = [Math.abs(box.x1 - box.x0), Math.abs(box.y1 - box.y0)];
  const colour = box.gain ? palette.up : palette.dn;
  context.fillStyle = colour;
  context.globalAlpha = 0.12;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.strokeRect(x, y, width, height);
  context.font = font(palette, 500);
  const text = context.measureText(box.text).width + 14;
  const left = Math.min(Math.max(x + width / 2 - text / 2, 2), plotWidth - text - 2);
  const top = Math.max(y - 26, 2);
  context.fillStyle = palette.t1;
  context.beginPath();
  context.roundRect(left, top, text, 20, 3);
  context.fill();
  context.fillStyle = palette.bg0;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(box.text, left + 7, top + 10.5);
}
