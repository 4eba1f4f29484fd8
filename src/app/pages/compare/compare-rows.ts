import { METRICS } from '../../../core/metric-info';
import type { MetricInfo, Metrics } from '../../../core/metrics';

/** One figure of one run in a comparison. */
export interface ComparedCell {
  readonly value: number | null;
  /** Value less that of the run compared with; null for that run itself and where either is unknown. */
  readonly difference: number | null;
  /** Whether it is the best or the worst of all runs; null between them, and where all are equal. */
  readonly rank: 'best' | 'worst' | null;
}

export interface ComparedRow {
  readonly info: MetricInfo;
  /** One a run, in their order. */
  readonly cells: readonly ComparedCell[];
}

/** Figures that tell size and not merit: none of them is the best. */
const WITHOUT_MERIT: ReadonlySet<keyof Metrics> = new Set(['trades', 'exposure']);

/**
 * The headline figures of runs side by side.
 *
 * @param runs  their figures
 * @param base  index of the run that the others are compared with
 */
export function comparedRows(runs: readonly Metrics[], base: number): readonly ComparedRow[] {
  return METRICS.map((info) => {
    const values = runs.map((metrics) => known(metrics[info.key]));
    const from = values[base] ?? null;
    const { best, worst } = endsOf(info, values);
    const cells = values.map((value, k): ComparedCell => ({
      value,
      difference: value === null || from === null || k === base ? null : value - from,
      rank: value === null ? null : value === best ? 'best' : value === worst ? 'worst' : null,
    }));
    return { info, cells };
  });
}

const known = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;

function endsOf(
  info: MetricInfo,
  values: readonly (number | null)[],
): { readonly best: number | null; readonly worst: number | null } {
  const found = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...found), Math.max(...found)];
  if (found.length < 2 || low === high || WITHOUT_MERIT.has(info.key)) return { best: null, worst: null };
  return info.higherIsBetter ? { best: high, worst: low } : { best: low, worst: high };
}
