import { formatPercent, formatRatio } from '../../core/format';
import type { Metrics } from '../../core/metrics';
import type { SweepOutcome } from '../../research/outcome';
import { cellOfRow } from '../../research/sweep/trial-table';

/** Rows by the first objective, best first; those without a score last. */
function ranked({ trials }: SweepOutcome): readonly number[] {
  const scores = trials.scores[0]!;
  const rank = (row: number): number => (Number.isNaN(scores[row]!) ? -Infinity : scores[row]!);
  return Array.from(scores, (_, row) => row).sort((a, b) => rank(b) - rank(a) || a - b);
}

/** The outcome with its best settings in place of all. */
export function asJson(outcome: SweepOutcome, top: number): object {
  const { trials, ...rest } = outcome;
  const names = Object.keys(trials.figures) as (keyof Metrics)[];
  const cells = ranked(outcome)
    .slice(0, top)
    .map((row) => ({
      ...cellOfRow(outcome, row),
      metrics: Object.fromEntries(
        names.map((name) => {
          const value = trials.figures[name]![row]!;
          return [name, Number.isNaN(value) ? null : value];
        }),
      ),
      place: trials.place[row]!,
    }));
  return { ...rest, cells };
}

/** The best settings as a table, and the verdict. */
export function asText(outcome: SweepOutcome, top: number): string {
  const { axes, elapsedMs, objectives, trials, verdict, run, dropped, skipped, skipReason, refusal } =
    outcome;
  const others = objectives.filter(
    ({ formula }) => !['sharpe', 'cagr', 'maxDrawdown', 'trades'].includes(formula),
  );
  const header = `${axes
    .map((axis) => axis.name)
    .join(' / ')
    .padEnd(
      20,
    )}Sharpe   Growth    Deepest   Trades  ${others.map(({ formula }) => formula).join('  ')}`.trimEnd();
  const rows = ranked(outcome)
    .slice(0, top)
    .map((row) => {
      const { parameters, metrics, exact } = cellOfRow(outcome, row);
      const found = others.map((spec) => {
        const score = trials.scores[objectives.indexOf(spec)]![row]!;
        return formatRatio(Number.isNaN(score) ? null : spec.goal === 'maximize' ? score : -score).padEnd(
          spec.formula.length + 2,
        );
      });
      return [
        parameters.join(' / ').padEnd(20),
        formatRatio(metrics.sharpe).padEnd(9),
        formatPercent(metrics.cagr).padEnd(10),
        formatPercent(metrics.maxDrawdown === null ? null : -metrics.maxDrawdown).padEnd(10),
        String(metrics.trades).padEnd(8),
        ...found,
        exact ? '' : 'screened',
      ]
        .join('')
        .trimEnd();
    });
  const skips = skipped > 0 ? `, ${skipped} not run: ${skipReason}` : '';
  const looks = dropped > 0 ? `, ${dropped} more only on early bars` : '';
  return [
    `${run} settings in ${(elapsedMs / 1000).toFixed(2)} s${looks}${skips}`,
    ...(refusal ? [`Exact engine for all of them: ${refusal}.`] : []),
    '',
    header,
    ...rows,
    ...(verdict
      ? ['', verdict.words, verdict.sentence, ...verdict.evidence.map((e) => `- ${e.claim}. ${e.detail}`)]
      : []),
    '',
  ].join('\n');
}
