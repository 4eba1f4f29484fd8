import type { Column } from '../../core/column';
import { METRICS } from '../../core/metric-info';
import type { SweepOutcome } from '../../research/outcome';
import { valuesAt } from '../../workers/sweep-protocol';
import { extentOf } from './extent';
import { figureOf } from './figure';
import { axisSteps, coordinate } from './places';

/** Something that is known of every setting of a sweep: the value of a parameter, or a figure. */
export interface TrialField {
  readonly id: string;
  readonly label: string;
  readonly kind: 'parameter' | 'figure';
  /** Reach of its values. */
  readonly low: number;
  readonly high: number;
  /** Steps from the least value to the greatest. */
  readonly steps: number;
  /** @param row  of the trials */
  read(row: number): number;
  write(value: number): string;
}

/** Steps of a figure from its least value to the greatest. */
const FIGURE_STEPS = 50;

/** Reads the value of one parameter, row by row. */
export function parameterReader({ axes, trials }: SweepOutcome, index: number): (row: number) => number {
  const step = axisSteps(axes)[index]!;
  const { values } = axes[index]!;
  return (row) => values[coordinate(trials.place[row]!, step, values.length)]!;
}

/** The parameters and objectives of a sweep, and how many trades were made: what its settings are told apart by. */
export function trialFields(sweep: SweepOutcome): readonly TrialField[] {
  const parameters = sweep.axes.map(({ name, values }, index): TrialField => ({
    id: name,
    label: name,
    kind: 'parameter',
    low: values[0] ?? 0,
    high: values.at(-1) ?? 0,
    steps: Math.max(values.length - 1, 1),
    read: parameterReader(sweep, index),
    write: (value) => `${value}`,
  }));
  const ids = new Set([...sweep.objectives.map(({ formula }) => formula), 'trades']);
  const figures = [...ids].map((id): TrialField => {
    const { label, scores, write } = figureOf(sweep, id);
    const { low, high } = extentOf(scores) ?? { low: 0, high: 1 };
    const read = (row: number): number => scores[row]!;
    return { id: `figure ${id}`, label, kind: 'figure', low, high, steps: FIGURE_STEPS, read, write };
  });
  return [...parameters, ...figures];
}

/** Columns that a condition on settings may read, by name, of those that occur in its text. */
export function namedColumns(sweep: SweepOutcome, text: string): Readonly<Record<string, Column>> {
  const words = new Set(text.match(/[A-Za-z_]\w*/g));
  const { trials } = sweep;
  const columns: Record<string, Column> = {};
  sweep.axes.forEach(({ name }, index) => {
    if (!words.has(name)) return;
    const read = parameterReader(sweep, index);
    columns[name] = Float64Array.from(trials.place, (_, row) => read(row));
  });
  for (const { key } of METRICS) {
    const column = trials.figures[key];
    if (column && words.has(key)) columns[key] ??= column;
  }
  if (words.has('neighbours')) columns['neighbours'] ??= trials.neighbours;
  // a condition that names none of them is checked on a column without a name to read
  return Object.keys(columns).length > 0 ? columns : { sharpe: trials.figures.sharpe };
}

/** Names that a condition on settings may read. */
export const conditionNames = ({ axes, trials }: SweepOutcome): readonly string[] => [
  ...axes.map(({ name }) => name),
  ...METRICS.flatMap(({ key }) => (trials.figures[key] ? [key] : [])),
  'neighbours',
];

/** `20 / 100`. */
export const settingText = ({ axes, trials }: Pick<SweepOutcome, 'axes' | 'trials'>, row: number): string =>
  valuesAt(axes, trials.place[row]!).join(' / ');
