import { BacktabError } from '../core/errors';
import type { Plan, PlanParam } from '../script/plan';
import { twoAveragePlan, type TwoAverageMatch } from '../script/two-average';
import type { SweepAxis } from './outcome';
import { valuesAt } from './sweep/grid-place';

/** Most settings of a grid that is run exactly as a whole. */
const SWEEP_LIMIT = 10_000;
/** Most values of one axis. */
const AXIS_LIMIT = 1_000_000;

/** Parameters that are swept when nobody says which: rows and columns of one heat map. */
const AXES_BY_DEFAULT = 2;

/** What a sweep will run. */
export interface SweepPlan {
  readonly axes: readonly SweepAxis[];
  /** Parameter values of each cell in row-major order of the axes; null where a rule skips it. */
  readonly cells: readonly (readonly number[] | null)[];
  /** Cells that are not skipped. */
  readonly run: number;
  readonly skipped: number;
  /** As `fast is not below slow`; null when nothing is skipped. */
  readonly skipReason: string | null;
  /** Whether the two-average kernels know this program. */
  readonly match: TwoAverageMatch;
}

/**
 * The grid of a sweep. Two averages whose fast period is not below the slow one are skipped.
 *
 * @param plan  a checked script
 * @param axes  axes instead of the ranges that the script declares, by name; further parameters of the
 *              script join in its order until there are two. null: the first two parameters
 * @throws BacktabError `sweep_too_large` beyond 10,000 cells, `parameter_unknown` | `setting_invalid` for an
 *         axis that cannot be swept, or when there is no parameter
 */
export function sweepPlan(plan: Plan, axes: readonly SweepAxis[] | null = null): SweepPlan {
  const chosen = chosenAxes(plan, axes ?? []);
  const count = chosen.reduce((product, axis) => product * axis.values.length, 1);
  if (count > SWEEP_LIMIT) throw new BacktabError('sweep_too_large', { trials: count, limit: SWEEP_LIMIT });
  const match = twoAveragePlan(plan);
  const skip = skipRule(chosen, match);
  const cells = Array.from({ length: count }, (_, place) => {
    const cell = valuesAt(chosen, place);
    return skip?.holds(cell) ? null : cell;
  });
  const run = cells.filter((cell) => cell !== null).length;
  const skipped = count - run;
  return {
    axes: chosen,
    cells,
    run,
    skipped,
    skipReason: skipped > 0 ? (skip?.reason ?? null) : null,
    match,
  };
}

/**
 * Values of an axis from a range: `min`, `min + step`, ... up to `max`, without the drift of repeated sums.
 *
 * @throws BacktabError `setting_invalid` unless `min <= max` and `step > 0`, all finite; `sweep_too_large`
 */
export function axisValues(name: string, min: number, max: number, step: number): readonly number[] {
  if (!(min <= max && step > 0 && Number.isFinite(max - min) && Number.isFinite(step))) {
    const expected = 'min:max:step with min <= max and step > 0';
    throw new BacktabError('setting_invalid', { name, value: `${min}:${max}:${step}`, expected });
  }
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  if (count > AXIS_LIMIT) throw new BacktabError('sweep_too_large', { trials: count, limit: AXIS_LIMIT });
  return Array.from({ length: count }, (_, k) => Number((min + k * step).toPrecision(12)));
}

/** Axes by name and the script's order; as of `sweepPlan`. */
export function chosenAxes(plan: Plan, given: readonly SweepAxis[]): readonly SweepAxis[] {
  const known = plan.params.map((param) => param.name).join(', ') || 'none';
  for (const { name, values } of given) {
    if (!plan.params.some((param) => param.name === name)) {
      throw new BacktabError('parameter_unknown', { name, known });
    }
    if (
      values.length === 0 ||
      !values.every((value, k) => Number.isFinite(value) && value > (values[k - 1] ?? -Infinity))
    ) {
      throw new BacktabError('setting_invalid', {
        name,
        value: values.join(', '),
        expected: 'ascending finite values',
      });
    }
  }
  const swept = new Set(given.map((axis) => axis.name));
  for (const param of plan.params) if (swept.size < AXES_BY_DEFAULT) swept.add(param.name);
  if (swept.size === 0) {
    throw new BacktabError('setting_invalid', {
      name: 'sweep',
      value: 'no parameter',
      expected: 'a script with param(...)',
    });
  }
  return plan.params
    .filter((param) => swept.has(param.name))
    .map((param) => given.find((axis) => axis.name === param.name) ?? declaredAxis(param));
}

const declaredAxis = ({ name, min, max, step }: PlanParam): SweepAxis => ({
  name,
  values: axisValues(name, min, max, step),
});

/** Settings that make no sense for a program the two-average kernels know; null where there are none. */
export function skipRule(
  axes: readonly SweepAxis[],
  match: TwoAverageMatch,
): { reason: string; holds: (cell: readonly number[]) => boolean } | null {
  if (match.kind !== 'match') return null;
  const fast = axes.findIndex((axis) => axis.name === match.fastParam);
  const slow = axes.findIndex((axis) => axis.name === match.slowParam);
  if (fast < 0 || slow < 0) return null;
  return {
    reason: `${match.fastParam} is not below ${match.slowParam}`,
    holds: (cell) => cell[fast]! >= cell[slow]!,
  };
}
