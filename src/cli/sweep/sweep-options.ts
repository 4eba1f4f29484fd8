import { intervalOf } from '../../core/interval';
import type { SweepRequest } from '../../research/sweep';
import { goalOf, type ObjectiveSpec } from '../../research/sweep/objective-spec';
import type { Plan } from '../../script/plan';
import { readAssignments, type CommandLine } from '../arguments';
import { readCount } from '../count-option';
import type { loadData } from '../data-file';
import { readRange } from '../range-option';
import { readSearch } from '../search-option';

const MEGABYTE = 1024 * 1024;

/** Options that say what to sweep, with how each is given. */
export const SWEEP_OPTIONS = {
  range: 'many',
  where: 'value',
  param: 'many',
  search: 'value',
  trials: 'value',
  seed: 'value',
  metric: 'many',
  memory: 'value',
} as const;

/**
 * What a command line asks to sweep.
 *
 * @throws BacktabError `usage` | `setting_invalid` | `sweep_too_large` | `parameter_unknown`
 */
export function readSweep(
  line: CommandLine,
  plan: Plan,
  data: Awaited<ReturnType<typeof loadData>>,
): SweepRequest {
  const { bars, instrument } = data;
  const ranges = line.many('range').map(readRange);
  const memory = line.value('memory');
  const metrics = line.many('metric');
  return {
    plan,
    parameters: readAssignments('param', line.many('param'), plan.params),
    bars,
    instrument,
    ...intervalOf(data),
    axes: ranges.length > 0 ? ranges : null,
    triesBefore: 0,
    constraint: line.value('where') ?? null,
    search: readSearch(line.value('search'), line.value('trials'), line.value('seed')),
    ...(metrics.length > 0 ? { objectives: metrics.map(objective) } : {}),
    ...(memory === undefined ? {} : { memory: readCount('memory', memory) * MEGABYTE }),
  };
}

/** An objective of a word: a key or a formula, with `max:` or `min:` before it where that is not its better way. */
function objective(word: string): ObjectiveSpec {
  const [, way, formula = ''] = /^(?:(max|min):)?(.*)$/s.exec(word) ?? [];
  const text = formula.trim();
  return { formula: text, goal: way ? (way === 'max' ? 'maximize' : 'minimize') : goalOf(text) };
}
