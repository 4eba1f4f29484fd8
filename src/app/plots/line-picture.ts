import type { Column } from '../../core/column';
import { extremes } from '../chart/geometry/decimate';
import { pushApart } from '../chart/geometry/labels';
import type { TimeTick } from '../chart/geometry/time-ticks';
import { fitScale, type ValueScale } from '../chart/geometry/value-scale';
import { valueTicks } from '../chart/geometry/value-ticks';
import { seriesColour, type Palette } from '../chart/palette';
import { withAlpha } from '../chart/pictures';
import type { PlotLine, PlotPicture } from '../chart/plot';

/** Whose line it is: the run's, the benchmark's, losses, or that of a series from 0. */
export type LineTone = 'own' | 'bench' | 'loss' | number;

/** One named line over time. */
export interface NamedLine {
  readonly name: string;
  readonly values: Column;
  readonly tone: LineTone;
  /** CSS pixels; solid when absent. */
  readonly dash?: readonly number[];
  /** Filled down to the base line. */
  readonly area?: boolean;
}

/** What a plot of lines shows. */
export interface LineScene {
  readonly count: number;
  readonly lines: readonly NamedLine[];
  readonly width: number;
  readonly height: number;
  readonly axisWidth: number;
  readonly log: boolean;
  /** Always inside the scale, and drawn stronger; absent for none. */
  readonly baseline?: number;
  readonly ticks: readonly TimeTick[];
  readonly palette: Palette;
  readonly write: (value: number) => string;
}

/** The name of a line at its right end. */
export interface LineEnd {
  readonly name: string;
  /** Middle, CSS pixels from the top. */
  readonly y: number;
}

const LABEL_HALF = 8;
const END_HEIGHT = 14;
const TICK_GAP = 30;

/** Colour of a line. */
export function toneColour(palette: Palette, tone: LineTone): string {
  if (tone === 'own') return palette.t1;
  if (tone === 'bench') return palette.bench;
  return tone === 'loss' ? palette.dn : seriesColour(palette, tone);
}

/** A pane of lines on one scale, with the names at their ends. */
export function linePicture(scene: LineScene): {
  readonly picture: PlotPicture;
  readonly scale: ValueScale;
  readonly ends: readonly LineEnd[];
} {
  const { count, lines, width, height, axisWidth, palette, ticks, baseline } = scene;
  const scale = scaleOf(scene);
  const inside = (value: number): boolean => {
    const y = scale.toY(value);
    return y >= LABEL_HALF - 0.5 && y <= height - LABEL_HALF + 0.5;
  };
  const picture: PlotPicture = {
    width,
    height,
    axisWidth,
    count,
    range: { from: 0, to: Math.max(count, 1) },
    scale,
    lines: lines.map((line) => drawn(line, scene)),
    gridX: ticks.map(({ bar }) => ({ bar, strong: false })),
    gridY: valueTicks(scale, TICK_GAP).filter(inside),
    axis: { write: scene.write },
    palette,
    ...(baseline === undefined || !inside(baseline) ? {} : { baseline }),
  };
  return { picture, scale, ends: lineEnds(lines, scale) };
}

function scaleOf({ count, lines, height, log, baseline }: LineScene): ValueScale {
  const reach = lines.map(({ values }) => extremes(values, 0, count));
  const base = baseline === undefined ? [] : [baseline];
  const low = Math.min(...reach.map((r) => r.low), ...base);
  const high = Math.max(...reach.map((r) => r.high), ...base);
  return fitScale(low, high, height, { top: LABEL_HALF, bottom: LABEL_HALF }, log);
}

function drawn({ values, tone, dash, area }: NamedLine, { palette, baseline }: LineScene): PlotLine {
  const colour = toneColour(palette, tone);
  const thin = tone === 'bench' || tone === 'loss';
  return {
    values,
    colour,
    width: thin ? 1.25 : 1.75,
    ...(dash ? { dash } : {}),
    ...(area ? { area: { to: baseline ?? 0, colour: withAlpha(colour, 0.25) } } : {}),
  };
}

/** Names at the last known value of each line, moved apart; none when there is no room for all. */
export function lineEnds(lines: readonly NamedLine[], scale: ValueScale): readonly LineEnd[] {
  const ends = lines.flatMap(({ name, values }) => {
    const last = values.findLast((value) => !Number.isNaN(value));
    const y = last === undefined ? NaN : scale.toY(last);
    return Number.isNaN(y) ? [] : [{ name, y }];
  });
  if (ends.length * END_HEIGHT > scale.height) return [];
  const places = pushApart(
    ends.map(({ y }) => ({ at: y, size: END_HEIGHT })),
    scale.height,
  );
  return ends.map(({ name, y }, k) => ({ name, y: places[k] ?? y }));
}
