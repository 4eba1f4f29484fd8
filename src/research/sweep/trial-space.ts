import { BacktabError } from '../../core/errors';
import { conditionFormula } from '../../script/formula';
import type { Plan } from '../../script/plan';
import { twoAveragePlan, type TwoAverageMatch } from '../../script/two-average';
import type { SweepAxis } from '../outcome';
import { chosenAxes, skipRule } from '../sweep-plan';

/** Most places of a grid that a search may choose from: beyond, a double does not count them apart. */
const MOST_PLACES = Number.MAX_SAFE_INTEGER;

/** The grid that a sweep chooses its settings from. A place is a row-major index of the axes. */
export interface TrialSpace {
  readonly axes: readonly SweepAxis[];
  readonly places: number;
  /** What settings must hold, as `fast is not below slow` where they do not; null without a rule. */
  readonly skipReason: string | null;
  /** Whether a setting may be tried. */
  allows(values: readonly number[]): boolean;
  /** Whether the two-average kernels know this program. */
  readonly match: TwoAverageMatch;
}

/**
 * The grid of a sweep. Two averages whose fast period is not below the slow one are left out, and whatever does not
 * meet the constraint.
 *
 * @param plan        a checked script
 * @param axes        as of `sweepPlan`
 * @param constraint  a condition over the swept parameters, as `fast < slow`; null for none
 * @throws BacktabError `sweep_too_large` | `parameter_unknown` | `setting_invalid` | `formula_invalid`
 */
export function trialSpace(
  plan: Plan,
  axes: readonly SweepAxis[] | null,
  constraint: string | null,
): TrialSpace {
  const chosen = chosenAxes(plan, axes ?? []);
  const places = chosen.reduce((product, axis) => product * axis.values.length, 1);
  if (places > MOST_PLACES) throw new BacktabError('sweep_too_large', { trials: places, limit: MOST_PLACES });
  const match = twoAveragePlan(plan);
  const names = chosen.map(({ name }) => name);
  const own = skipRule(chosen, match);
  const wanted = constraint === null ? null : conditionFormula(constraint, names);
  const readAt = (wanted?.names ?? []).map((name) => names.indexOf(name));
  const reasons = [own?.reason, wanted && `not ${wanted.text}`].filter(
    (reason) => typeof reason === 'string',
  );
  return {
    axes: chosen,
    places,
    match,
    skipReason: reasons.length > 0 ? reasons.join(', or ') : null,
    allows: (values) =>
      !own?.holds(values) && (wanted === null || wanted.evaluate(readAt.map((k) => values[k]!)) === 1),
  };
}
