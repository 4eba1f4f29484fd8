import type { SweepOutcome } from '../../../research/outcome';
import { SEARCH_WORDS } from '../../../workers/sweep-protocol';
import { formatCount, formatInteger } from '../../format';
import { figureName } from '../../sweep-view/figure';

type Searched = Pick<SweepOutcome, 'axes' | 'search' | 'run' | 'dropped' | 'skipped'>;

/** How settings were chosen and how many were tried, as `Random, seed 1: 1,000 of 36,000 settings tried.` */
export function searchWords({ axes, search, run, dropped, skipped }: Searched): string {
  const grid = axes.reduce((product, { values }) => product * values.length, 1);
  if (search.method === 'grid') {
    const left = skipped > 0 ? `, ${formatInteger(skipped)} left out by a rule` : '';
    return `Grid: ${formatCount(run, 'setting')} run${left}.`;
  }
  const { label } = SEARCH_WORDS[search.method];
  const tried = `${label}, seed ${search.seed}: ${formatInteger(run + dropped)} of ${formatCount(grid, 'setting')} tried`;
  return dropped === 0
    ? `${tried}.`
    : `${tried}; ${formatInteger(dropped)} dropped on early bars, ${formatInteger(run)} run on all.`;
}

/** What was looked for, as `Most Sharpe, yearly; least Deepest fall.` */
export function objectiveWords({ objectives }: Pick<SweepOutcome, 'objectives'>): string {
  const each = objectives.map(
    ({ formula, goal }) => `${goal === 'maximize' ? 'most' : 'least'} ${figureName(formula)}`,
  );
  return `Looked for: ${each.join('; ')}.`;
}
