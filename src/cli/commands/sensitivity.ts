import { intervalOf } from '../../core/interval';
import { writeFile } from 'node:fs/promises';
import { BacktabError } from '../../core/errors';
import { formatInteger, formatPercent } from '../../core/format';
import { tableCsv } from '../../data/export/csv';
import { runSensitivity, sensitivityPlan } from '../../research/sensitivity';
import { planVariants } from '../../research/sensitivity/plan-variants';
import {
  SENSITIVITY_KINDS,
  SENSITIVITY_METRICS,
  type SensitivityStudy,
  type VariantResult,
} from '../../research/sensitivity/shape';
import { figureWords, metricName } from '../../research/sensitivity/study';
import { readArguments, readAssignments } from '../arguments';
import { loadData } from '../data-file';
import type { Output } from '../output';
import { progressJob } from '../progress-job';
import { loadScript } from '../script-file';
import { readSettings } from '../settings';

export const SENSITIVITY_USAGE =
  'backtab sensitivity SCRIPT --data FILE|sp500 [--kind costs|start|delay|skip]… [--metric cagr|sharpe|totalReturn] [--starts N] [--delays N] [--runs N] [--chance P] [--seed N] [--param k=v]… [--set key=value]… [--out FILE.csv] [--json]';

/** Runs variants of a run and says what is left of its result: dearer, later, from another start, with entries missed. */
export async function sensitivity(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'value',
    kind: 'many',
    metric: 'value',
    starts: 'value',
    delays: 'value',
    runs: 'value',
    chance: 'value',
    seed: 'value',
    param: 'many',
    set: 'many',
    out: 'value',
    json: 'flag',
  });
  const [script] = line.words;
  const path = line.value('data');
  if (!script || !path || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${SENSITIVITY_USAGE}` });
  const kinds = line.many('kind').map((word) => oneOf('kind', word, SENSITIVITY_KINDS));
  const metric = oneOf('metric', line.value('metric') ?? 'cagr', SENSITIVITY_METRICS);
  const { plan } = await loadScript(script);
  const data = await loadData(path);
  const { bars, instrument, name } = data;
  const parameters = readAssignments('param', line.many('param'), plan.params);
  const settings = { ...plan.settings, ...readSettings(line.many('set')) };
  const run = planVariants({ plan, parameters, bars, instrument, ...intervalOf(data), settings });
  const request = { settings, time: bars.time, ...readCounts(line.value) };
  const studies: SensitivityStudy[] = [];
  for (const kind of SENSITIVITY_KINDS.filter((known) => kinds.length === 0 || kinds.includes(known))) {
    studies.push(await runSensitivity(sensitivityPlan(kind, request), run, metric, progressJob()));
  }
  const file = line.value('out');
  if (file) await writeFile(file, asCsv(studies));
  if (line.flag('json')) output.json({ strategy: plan.name, data: name, metric, studies });
  else output.text(asText(plan.name, name, studies));
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const found = words.find((known) => known === word);
  if (found) return found;
  throw new BacktabError('usage', { reason: `--${option} is ${words.join(', ')}, was '${word}'.` });
}

/** Sizes of the studies; ranges of the draws are the study's to check. */
function readCounts(value: (name: string) => string | undefined) {
  const number = (name: string): number | undefined => {
    const word = value(name);
    if (word === undefined) return undefined;
    const read = Number(word);
    if (word.trim() !== '' && Number.isFinite(read)) return read;
    throw new BacktabError('usage', { reason: `--${name} takes a number, was '${word}'.` });
  };
  const [starts, delays, runs, chance, seed] = ['starts', 'delays', 'runs', 'chance', 'seed'].map(number);
  return {
    ...(starts !== undefined && { starts: within('starts', starts, 1000) }),
    ...(delays !== undefined && { delays: within('delays', delays, 1000) }),
    skip: {
      ...(runs !== undefined && { runs }),
      ...(chance !== undefined && { chance }),
      ...(seed !== undefined && { seed }),
    },
  };
}

function within(option: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  const reason = `--${option} takes a whole number from 1 to ${formatInteger(most)}, was '${value}'.`;
  throw new BacktabError('usage', { reason });
}

function asText(strategy: string, data: string, studies: readonly SensitivityStudy[]): string {
  const parts = studies.map((study) =>
    [
      study.question,
      `  ${study.answer}`,
      ...study.assumptions.map((text) => `  - ${text}`),
      '',
      ...(study.axes.length === 2 ? gridLines(study) : listLines(study)),
    ].join('\n'),
  );
  return [`${strategy} on ${data}`, ...parts, ''].join('\n\n');
}

/** Rows that a list shows at most; the file of `--out` has all. */
const MOST_LINES = 30;

function listLines({ results, metric }: SensitivityStudy): string[] {
  const shown = results.slice(0, MOST_LINES);
  const rest = results.length - shown.length;
  const heads = `  ${''.padEnd(18)}${metricName(metric).padStart(20)}${'Deepest fall'.padStart(14)}${'Trades'.padStart(8)}`;
  const lines = shown.map(
    ({ label, figures }) =>
      `  ${label.padEnd(18)}${figureWords(figures[metric], metric).padStart(20)}${formatPercent(figures.maxDrawdown).padStart(14)}${formatInteger(figures.trades).padStart(8)}`,
  );
  return [heads, ...lines, ...(rest > 0 ? [`  and ${formatInteger(rest)} more`] : [])];
}

/** A grid with the first axis downwards and the second across. */
function gridLines({ axes, results, metric }: SensitivityStudy): string[] {
  const [down, across] = axes;
  if (!down || !across) return [];
  const valueAt = (row: number, column: number): VariantResult | undefined =>
    results.find(({ at }) => at[0] === row && at[1] === column);
  const cell = (text: string): string => text.replace(' a year', '').padStart(11);
  return [
    `  ${metricName(metric)}; down: ${down.name}, ${down.unit}; across: ${across.name}, ${across.unit}`,
    `  ${''.padStart(6)}${across.values.map((value) => cell(String(value))).join('')}`,
    ...down.values.map(
      (row) =>
        `  ${String(row).padStart(6)}${across.values.map((column) => cell(figureWords(valueAt(row, column)?.figures[metric] ?? null, metric))).join('')}`,
    ),
  ];
}

function asCsv(studies: readonly SensitivityStudy[]): string {
  const rows = studies.flatMap(({ kind, results }) =>
    results.map(({ label, at, figures }) => [
      kind,
      label,
      at[0] ?? null,
      at[1] ?? null,
      figures.cagr,
      figures.sharpe,
      figures.totalReturn,
      figures.maxDrawdown,
      figures.profitFactor,
      figures.trades,
      figures.costs,
    ]),
  );
  const heads = ['kind', 'variant', 'first', 'second', 'cagr', 'sharpe', 'totalReturn', 'maxDrawdown'];
  return tableCsv([...heads, 'profitFactor', 'trades', 'costs'], rows);
}
