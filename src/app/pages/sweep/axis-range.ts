import type { PlanParam } from '../../../script/plan';
import type { SweepAxis } from '../../../research/outcome';

/** Values of one parameter in a sweep: from `min` to `max` by `step`. */
export interface AxisRange {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Most values that one axis may have. */
const LONGEST_AXIS = 1000;

/** The range that the script gives a parameter. */
export const rangeOfParam = ({ name, min, max, step }: PlanParam): AxisRange => ({ name, min, max, step });

/** The range that a finished sweep's axis had. */
export function rangeOfAxis({ name, values }: SweepAxis): AxisRange {
  const [min = 0, second = min + 1] = values;
  return { name, min, max: values.at(-1) ?? min, step: second - min };
}

/** What is wrong with a range, in words; null when nothing is. */
export function rangeMistake({ min, max, step }: AxisRange): string | null {
  if (![min, max, step].every(Number.isFinite)) return 'All three need a number.';
  if (step <= 0) return 'The step must be above zero.';
  if (max < min) return 'The last value must not be below the first.';
  if ((max - min) / step + 1 > LONGEST_AXIS) return `At most ${LONGEST_AXIS} values; use a larger step.`;
  return null;
}

/** The values of a range without mistakes, ascending; decimals as few as the range itself has. */
export function axisOf({ name, min, max, step }: AxisRange): SweepAxis {
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  const decimals = Math.max(decimalsOf(min), decimalsOf(step));
  return {
    name,
    values: Array.from({ length: count }, (_, i) => Number((min + i * step).toFixed(decimals))),
  };
}

/** `5 to 60, by 5`. */
export const rangeWords = ({ min, max, step }: AxisRange): string => `${min} to ${max}, by ${step}`;

const decimalsOf = (value: number): number => Math.min(12, `${value}`.split('.')[1]?.length ?? 0);
