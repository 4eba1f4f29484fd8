import type { Palette } from '../chart/palette';
import type { Surface } from '../chart/plot';
import type { ValueRange } from './chosen-rows';
import { ladderColour } from './colour';
import type { TrialField } from './trial-field';

/** Colours that lines are drawn in. */
const SHADES = 32;
/** Opacity of lines that are outside the ranges. */
const FAINT = 0.12;

/** Room between the edge and the outer axes, above for names, below for the least values; CSS pixels. */
export const PARALLEL = { side: 64, head: 52, foot: 26, least: 96 } as const;

/** Where an axis stands. */
export const axisX = (k: number, count: number, width: number): number =>
  count < 2 ? width / 2 : PARALLEL.side + (k * (width - 2 * PARALLEL.side)) / (count - 1);

/** Height of a value on its axis, from the upper end; unknown values stand below the lower end. */
export function axisY(
  { low, high }: Pick<TrialField, 'low' | 'high'>,
  value: number,
  height: number,
): number {
  if (Number.isNaN(value)) return height + 10;
  return high > low ? ((high - value) / (high - low)) * height : height / 2;
}

/** The value at a height of an axis, on the nearest step. */
export function axisValue({ low, high, steps }: TrialField, y: number, height: number): number {
  const step = Math.round((1 - Math.min(Math.max(y / Math.max(height, 1), 0), 1)) * steps);
  return stepValue(low, high, steps, step);
}

/** The value one or more steps away, within the reach of the axis. */
export function steppedValue({ low, high, steps }: TrialField, value: number, by: number): number {
  const step = high > low ? Math.round(((value - low) / (high - low)) * steps) : 0;
  return stepValue(low, high, steps, Math.min(Math.max(step + by, 0), steps));
}

const stepValue = (low: number, high: number, steps: number, step: number): number =>
  step === steps ? high : Number((low + ((high - low) * step) / steps).toPrecision(12));

/** A range with one end moved; the ends do not pass each other. */
export const withEnd = (range: ValueRange, end: 'low' | 'high', value: number): ValueRange =>
  end === 'low'
    ? { low: Math.min(value, range.high), high: range.high }
    : { low: range.low, high: Math.max(value, range.low) };

/** Lines to draw. */
export interface ParallelLines {
  readonly fields: readonly TrialField[];
  /** Trials outside the ranges, and those inside in the order in which they are drawn. */
  readonly faint: Uint32Array;
  readonly shown: Uint32Array;
  /** Place of a trial on the ladder, 0 to 1; NaN for none. */
  share(row: number): number;
  /** Trial that is pointed at; null for none. */
  readonly pointed: number | null;
}

/** Draws one line a setting through its values on all axes. */
export function paintParallel(
  { context, width, height }: Surface,
  { fields, faint, shown, share, pointed }: ParallelLines,
  palette: Palette,
): void {
  const length = height - PARALLEL.head - PARALLEL.foot;
  const line = (row: number): void => {
    context.beginPath();
    fields.forEach((field, k) => {
      const x = axisX(k, fields.length, width);
      const y = PARALLEL.head + axisY(field, field.read(row), length);
      if (k === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.stroke();
  };
  const shades = Array.from({ length: SHADES }, (_, k) =>
    ladderColour(palette.sequential, (k + 0.5) / SHADES),
  );
  context.lineWidth = 1;
  context.strokeStyle = palette.t3;
  context.globalAlpha = FAINT;
  for (const row of faint) line(row);
  context.globalAlpha = shown.length > 500 ? 0.45 : 0.8;
  for (const row of shown) {
    const at = share(row);
    context.strokeStyle = Number.isNaN(at)
      ? palette.ln3
      : (shades[Math.min(Math.floor(at * SHADES), SHADES - 1)] ?? palette.t3);
    line(row);
  }
  context.globalAlpha = 1;
  context.strokeStyle = palette.ln3;
  fields.forEach((_, k) => {
    const x = Math.round(axisX(k, fields.length, width)) + 0.5;
    context.beginPath();
    context.moveTo(x, PARALLEL.head);
    context.lineTo(x, PARALLEL.head + length);
    context.stroke();
  });
  if (pointed === null) return;
  context.lineWidth = 3;
  context.strokeStyle = palette.t1;
  line(pointed);
}
