import type { Column } from '../../../core/column';
import type { NamedLine } from '../../plots/line-picture';
import type { ComparedRun, Comparison } from '../../../workers/report-protocol';

const HUES = 6;
/** Beyond the second line hues alone do not tell lines apart. */
const DASHES: readonly (readonly number[])[] = [
  [],
  [],
  [8, 3],
  [3, 3],
  [10, 3, 3, 3],
  [1, 3],
  [8, 3, 1, 3],
  [5, 2],
];

/** Names of compared runs; equal labels are numbered. */
export function runNames(runs: readonly ComparedRun[]): readonly string[] {
  const labels = runs.map(({ run }) => run.label);
  return labels.map((label, k) => {
    const same = labels.slice(0, k).filter((other) => other === label).length;
    return same === 0 ? label : `${label} (${same + 1})`;
  });
}

/** Dash pattern of the `k`-th run, CSS pixels. */
export const dashOf = (k: number): readonly number[] => DASHES[k % DASHES.length] ?? [];

/** Hue of the `k`-th run. */
export const hueOf = (k: number): number => k % HUES;

/** One line a run, and holding behind them. */
export function runLines(
  { runs, holding }: Comparison,
  valuesOf: (curves: Pick<ComparedRun, 'growth' | 'belowPeak'>) => Column,
): readonly NamedLine[] {
  const names = runNames(runs);
  return [
    { name: 'Holding', values: valuesOf(holding), tone: 'bench' },
    ...runs.map((run, k) => ({
      name: names[k] ?? run.run.label,
      values: valuesOf(run),
      tone: hueOf(k),
      dash: dashOf(k),
    })),
  ];
}
