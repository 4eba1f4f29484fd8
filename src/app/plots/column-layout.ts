import { fitScale, type ValueScale } from '../chart/geometry/value-scale';
import { linearTicks } from '../chart/geometry/value-ticks';

/** One column of a bar chart, with the benchmark's value beside it. */
export interface ShownColumn {
  /** Under the column; may be left out where there is no room. */
  readonly label: string;
  /** As in a sentence: `2019: +1.0 %, holding +28.9 %`. */
  readonly words: string;
  readonly value: number;
  /** null without one. */
  readonly beside: number | null;
}

/** A rectangle, CSS pixels. */
export interface BarBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedColumn {
  readonly own: BarBox;
  readonly beside: BarBox | null;
  /** Middle of the label: that of the column, or the lower edge of a class. */
  readonly labelAt: number;
  /** null where it has no room. */
  readonly label: string | null;
}

/** A bar chart with places for everything in it. */
export interface ColumnLayout {
  readonly scale: ValueScale;
  readonly ticks: readonly number[];
  readonly zero: number;
  readonly columns: readonly PlacedColumn[];
}

/** Width that a character of a label takes, and the air between two labels. */
const CHARACTER = 6.2;
const LABEL_GAP = 12;
const TICK_ROOM = 38;
const LABEL_HALF = 8;

/**
 * Places columns side by side on a scale that always holds zero.
 *
 * @param joined  whether columns touch, as classes of a histogram do
 */
export function columnLayout(
  columns: readonly ShownColumn[],
  width: number,
  height: number,
  joined: boolean,
): ColumnLayout {
  const values = columns.flatMap(({ value, beside }) => (beside === null ? [value] : [value, beside]));
  const known = values.filter(Number.isFinite);
  const scale = fitScale(Math.min(0, ...known), Math.max(0, ...known), height, { top: 10, bottom: 8 });
  const step = width / Math.max(columns.length, 1);
  const longest = Math.max(0, ...columns.map(({ label }) => label.length)) * CHARACTER;
  const every = Math.max(1, Math.ceil((longest + LABEL_GAP) / step));
  const gap = joined ? Math.min(1, step * 0.1) : Math.max(step * 0.28, 1);
  const box = (value: number, x: number, size: number): BarBox => {
    const [top, bottom] = [scale.toY(Math.max(value, 0)), scale.toY(Math.min(value, 0))];
    return { x, y: top, width: Math.max(size, 0.5), height: value === 0 ? 0 : Math.max(bottom - top, 1) };
  };
  /** The first label is moved inside, which may take the room of the next. */
  const hasRoom = (k: number, middle: number): boolean =>
    joined ? k > 0 : k === 0 || middle - longest / 2 >= longest + LABEL_GAP / 2;
  const placed = columns.map(({ value, beside, label }, k): PlacedColumn => {
    const left = k * step + gap / 2;
    const room = step - gap;
    const pair = beside !== null && Number.isFinite(beside) && !joined;
    const own = box(Number.isFinite(value) ? value : 0, left, pair ? room * 0.56 : room);
    return {
      own,
      beside:
        beside === null || !Number.isFinite(beside)
          ? null
          : joined
            ? box(beside, left, room)
            : box(beside, left + room * 0.6, room * 0.4),
      labelAt: joined ? k * step : Math.max(left + room / 2, longest / 2),
      label: k % every === 0 && hasRoom(k, left + room / 2) ? label : null,
    };
  });
  const ticks = linearTicks(scale.min, scale.max, Math.max(height / TICK_ROOM, 2));
  const inside = (tick: number): boolean => scale.toY(tick) >= LABEL_HALF - 0.5;
  return { scale, ticks: ticks.filter(inside), zero: scale.toY(0), columns: placed };
}
