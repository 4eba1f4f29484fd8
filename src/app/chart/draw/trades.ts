import type { Trade } from '../../../core/order';
import type { ValueScale } from '../geometry/value-scale';
import type { Palette } from '../palette';
import { crisp, type Surface } from '../plot';
import { TRIANGLE, type FillMark, type TradeMark, type TradeTag } from '../trade-marks';

/** Opacity of the tint over the time a trade is held. */
const TINT = 0.05;

/** Marks this close on average, in CSS pixels, are drawn as dots only. */
const CROWDED = 9;

/** Tints the time each trade is held, through the whole pane. */
export function drawTints({ context, height }: Surface, marks: readonly TradeMark[], palette: Palette): void {
  context.globalAlpha = TINT;
  for (const { gain, fromX, toX } of marks) {
    context.fillStyle = gain ? palette.up : palette.dn;
    context.fillRect(fromX, 0, Math.max(toX - fromX, 0.5), height);
  }
  context.globalAlpha = 1;
}

/** Draws connectors, rings, triangles and tags. */
export function drawTrades(surface: Surface, marks: readonly TradeMark[], palette: Palette): void {
  const { context, width } = surface;
  drawConnectors(context, marks, palette);
  const crowded = marks.length * CROWDED > width;
  for (const { entry, exit, tag } of marks) {
    for (const fill of exit ? [entry, exit] : [entry]) {
      if (crowded) drawDot(context, fill, palette);
      else drawFill(context, fill, palette);
    }
    if (exit && tag && !tag.shown && !crowded) drawTick(context, exit, palette);
  }
  if (crowded) return;
  context.font = tagFont(palette);
  for (const { tag } of marks) if (tag?.shown) drawTag(context, tag, palette);
}

/** Font of tags; also what `TradeScene.measure` must use. */
export const tagFont = (palette: Palette): string => `500 11.5px ${palette.font}`;

function drawConnectors(
  context: CanvasRenderingContext2D,
  marks: readonly TradeMark[],
  palette: Palette,
): void {
  context.lineWidth = 1.5;
  context.setLineDash([5, 4]);
  for (const { entry, exit, gain } of marks) {
    if (!exit) continue;
    context.strokeStyle = gain ? palette.up : palette.dn;
    context.beginPath();
    context.moveTo(entry.x, entry.priceY);
    context.lineTo(exit.x, exit.priceY);
    context.stroke();
  }
  context.setLineDash([]);
}

function drawDot(context: CanvasRenderingContext2D, { x, priceY }: FillMark, palette: Palette): void {
  context.fillStyle = palette.t1;
  context.beginPath();
  context.arc(x, priceY, 1.5, 0, 2 * Math.PI);
  context.fill();
}

function drawFill(
  context: CanvasRenderingContext2D,
  { x, priceY, tipY, below, end }: FillMark,
  palette: Palette,
): void {
  context.strokeStyle = palette.t1;
  context.lineWidth = 1.75;
  context.fillStyle = palette.bg1;
  context.beginPath();
  context.arc(x, priceY, 3.5, 0, 2 * Math.PI);
  context.fill();
  context.stroke();

  const base = tipY + (below ? 1 : -1) * TRIANGLE.height;
  context.lineJoin = 'round';
  context.fillStyle = end === 'entry' ? palette.t1 : palette.bg1;
  context.beginPath();
  context.moveTo(x, tipY);
  context.lineTo(x + TRIANGLE.width / 2, base);
  context.lineTo(x - TRIANGLE.width / 2, base);
  context.closePath();
  context.fill();
  if (end === 'exit') context.stroke();
}

/** Stands for a tag that has no room. */
function drawTick(context: CanvasRenderingContext2D, exit: FillMark, palette: Palette): void {
  const from = exit.tipY + (exit.below ? 1 : -1) * (TRIANGLE.height + 3);
  context.strokeStyle = palette.t2;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(exit.x, from);
  context.lineTo(exit.x, from + (exit.below ? 5 : -5));
  context.stroke();
}

function drawTag(context: CanvasRenderingContext2D, tag: TradeTag, palette: Palette): void {
  context.globalAlpha = 0.94;
  context.fillStyle = palette.bg3;
  context.beginPath();
  context.roundRect(tag.x, tag.y, tag.width, tag.height, 3);
  context.fill();
  context.globalAlpha = 1;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const middle = tag.y + tag.height / 2 + 0.5;
  context.fillStyle = palette.t1;
  context.fillText(`${tag.number} ${tag.change}`, tag.x + 6, middle);
}

/** One level of the selected trade. */
export interface OrderLevel {
  readonly kind: 'entry' | 'stop' | 'target';
  readonly price: number;
}

/** Levels that a trade has, the entry first. */
export function levelsOf(trade: Trade): OrderLevel[] {
  const levels: OrderLevel[] = [
    { kind: 'entry', price: trade.entryPrice },
    { kind: 'stop', price: trade.stop },
    { kind: 'target', price: trade.target },
  ];
  return levels.filter((level) => !Number.isNaN(level.price));
}

/** Colour of a level and of its tag on the axis. */
export const levelColour = (kind: OrderLevel['kind'], palette: Palette): string =>
  ({ entry: palette.t1, stop: palette.dn, target: palette.up })[kind];

/** Draws the levels from the entry to the axis: long dashes for the entry, dots for stop and target. */
export function drawLevels(
  { context, ratio, width }: Surface,
  levels: readonly OrderLevel[],
  fromX: number,
  scale: ValueScale,
  palette: Palette,
): void {
  for (const { kind, price } of levels) {
    const y = crisp(scale.toY(price), ratio);
    context.strokeStyle = levelColour(kind, palette);
    context.lineWidth = kind === 'entry' ? 1 : 1.5;
    context.setLineDash(kind === 'entry' ? [9, 4] : [2, 3]);
    context.beginPath();
    context.moveTo(Math.max(fromX, 0), y);
    context.lineTo(width, y);
    context.stroke();
  }
  context.setLineDash([]);
}
