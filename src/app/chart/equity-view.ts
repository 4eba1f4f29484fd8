import type { Column } from '../../core/column';
import { formatPercent } from '../format';
import { extremes } from './geometry/decimate';
import { barX } from './geometry/range';
import type { TimeTick } from './geometry/time-ticks';
import { fitScale, type ValueScale } from './geometry/value-scale';
import { linearTicks, valueTicks } from './geometry/value-ticks';
import { withAlpha } from './pictures';
import type { Palette } from './palette';
import { shortMoney } from './short-money';
import type { PlotLine, PlotPicture, Surface } from './plot';

/** Width of the value axis of the report's charts, CSS pixels. */
export const REPORT_AXIS = 52;

/** Half the height of a label of the value axis, with a pixel of air. */
const LABEL_HALF = 8;

/** What both panes of the report's equity chart share. */
export interface EquityScene {
  readonly time: Column;
  readonly equity: Column;
  readonly drawdown: Column;
  readonly holding: Column | null;
  readonly holdingDrawdown: Column | null;
  readonly width: number;
  readonly ticks: readonly TimeTick[];
  readonly palette: Palette;
}

/** A pane's picture with its scale, so that labels can be drawn beside it. */
export interface EquityPane {
  readonly picture: PlotPicture;
  readonly scale: ValueScale;
}

/** Account value and holding; the starting capital is the base line. */
export function equityPane(scene: EquityScene, height: number, currency: string, log: boolean): EquityPane {
  const count = scene.time.length;
  const own = extremes(scene.equity, 0, count);
  const held = scene.holding ? extremes(scene.holding, 0, count) : own;
  const scale = fitScale(
    Math.min(own.low, held.low),
    Math.max(own.high, held.high),
    height,
    { top: 10, bottom: 10 },
    log,
  );
  const ticks = valueTicks(scale, 46).filter((tick) => hasRoom(scale.toY(tick), height));
  const capital = scene.equity[0] ?? NaN;
  const lines: PlotLine[] = [
    ...benchmark(scene.holding, scene.palette),
    { values: scene.equity, colour: scene.palette.t1, width: 1.75 },
  ];
  const write = (value: number): string => shortMoney(value, currency);
  const base = { lines, gridY: ticks, ...(Number.isNaN(capital) ? {} : { baseline: capital }) };
  return { scale, picture: picture(scene, height, scale, base, write) };
}

/** Fall below the peak, as an area for the account and a line for holding. */
export function fallPane(scene: EquityScene, height: number): EquityPane {
  const count = scene.time.length;
  const own = extremes(scene.drawdown, 0, count).high;
  const held = scene.holdingDrawdown ? extremes(scene.holdingDrawdown, 0, count).high : 0;
  const scale = fitScale(-Math.max(own, held, 0.001), 0, height, { top: LABEL_HALF, bottom: LABEL_HALF });
  const ticks = linearTicks(scale.min, 0, height / 32).filter((tick) => hasRoom(scale.toY(tick), height));
  const shown = (value: number): number => -value;
  const area = { to: 0, colour: withAlpha(scene.palette.dn, 0.28) };
  const lines: PlotLine[] = [
    { values: scene.drawdown, shown, colour: scene.palette.dn, width: 1.25, area },
    ...benchmark(scene.holdingDrawdown, scene.palette).map((line) => ({ ...line, shown })),
  ];
  const write = (value: number): string => formatPercent(value, { decimals: 0, signed: true });
  return { scale, picture: picture(scene, height, scale, { lines, gridY: ticks }, write) };
}

/** Whether a label at this height of a pane is whole. */
const hasRoom = (y: number, height: number): boolean =>
  y >= LABEL_HALF - 0.5 && y <= height - LABEL_HALF + 0.5;

const benchmark = (values: Column | null, palette: Palette): PlotLine[] =>
  values ? [{ values, colour: palette.bench, width: 1 }] : [];

function picture(
  { width, time, ticks, palette }: EquityScene,
  height: number,
  scale: ValueScale,
  shown: Pick<PlotPicture, 'lines' | 'gridY' | 'baseline'>,
  write: (value: number) => string,
): PlotPicture {
  return {
    width,
    height,
    axisWidth: REPORT_AXIS,
    count: time.length,
    range: { from: 0, to: Math.max(time.length, 1) },
    scale,
    gridX: ticks.map(({ bar }) => ({ bar, strong: false })),
    palette,
    axis: { write },
    ...shown,
  };
}

/** Draws labels of a time axis under a plot: those that would touch the one before are left out. */
export function drawTimeLabels(
  surface: Surface,
  ticks: readonly TimeTick[],
  count: number,
  palette: Palette,
): void {
  const { context, width, height } = surface;
  context.font = `400 11px ${palette.font}`;
  context.fillStyle = palette.t3;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  let end = -Infinity;
  for (const { bar, label } of ticks) {
    const x = Math.max(barX({ from: 0, to: count }, width, bar - 0.5), 0) + 4;
    const size = context.measureText(label).width;
    if (x < end + 12) continue;
    context.fillText(label, x, height / 2);
    end = x + size;
  }
}
