import { writeFile } from 'node:fs/promises';
import { BacktabError } from '../../core/errors';
import { formatCount, formatInteger, formatNumber, formatPercent } from '../../core/format';
import { intervalOf } from '../../core/interval';
import { tableCsv } from '../../data/export/csv';
import { alignBenchmark } from '../../research/align-benchmark';
import { simulate } from '../../engine/simulate';
import { MONTE_CARLO_DEFAULTS, runMonteCarlo } from '../../research/monte-carlo';
import { buildModel, type RunHistory } from '../../research/monte-carlo/build-model';
import {
  FAN_SHARES,
  type Chance,
  type MonteCarloOutcome,
  type PathDistribution,
  type Ranged,
} from '../../research/monte-carlo/outcome';
import { fanTable } from '../../research/monte-carlo/fan-table';
import { MODEL_NAMES, type ModelName } from '../../research/monte-carlo/path-model';
import { columnsFor } from '../../research/columns-for';
import { planStrategy } from '../../script/evaluate';
import { readArguments, readAssignments, type CommandLine } from '../arguments';
import { loadData, type DataFile } from '../data-file';
import type { Output } from '../output';
import { progressJob } from '../progress-job';
import { loadScript } from '../script-file';
import { readSettings } from '../settings';

export const MONTECARLO_USAGE = `backtab montecarlo SCRIPT --data FILE|sp500 [--model ${MODEL_NAMES.join('|')}] [--with FILE]… [--paths N] [--steps N] [--seed N] [--ruin LOSS] [--goal GAIN] [--param k=v]… [--set key=value]… [--out FILE.csv] [--json]`;

/** A year of bars unless it has more of them than this. */
const MOST_DEFAULT_STEPS = 1000;

/** Makes possible futures of a run's account and says how they spread: falls, ruin, goal and the losses of the worst. */
export async function montecarlo(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'value',
    model: 'value',
    with: 'many',
    paths: 'value',
    steps: 'value',
    seed: 'value',
    ruin: 'value',
    goal: 'value',
    param: 'many',
    set: 'many',
    out: 'value',
    json: 'flag',
  });
  const [script] = line.words;
  const path = line.value('data');
  if (!script || !path || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${MONTECARLO_USAGE}` });
  const name = readModel(line);
  const { paths, seed, ruinLoss, goalGain } = MONTE_CARLO_DEFAULTS;
  const request = {
    paths: readNumber(line, 'paths') ?? paths,
    seed: readNumber(line, 'seed') ?? seed,
    ruinLoss: readNumber(line, 'ruin') ?? ruinLoss,
    goalGain: readNumber(line, 'goal') ?? goalGain,
  };
  const data = await loadData(path);
  const { strategy, history } = await runOnce(script, data, line);
  const steps =
    readNumber(line, 'steps') ?? Math.min(Math.round(data.instrument.barsPerYear), MOST_DEFAULT_STEPS);
  if (!Number.isInteger(steps) || steps < 1) {
    throw new BacktabError('usage', { reason: `--steps takes a whole number above zero, was '${steps}'.` });
  }
  const outcome = await runMonteCarlo(buildModel(name, history, steps), request, progressJob());
  const file = line.value('out');
  if (file) await writeOut(file, outcome);
  if (line.flag('json')) output.json({ strategy, data: data.name, ...outcome });
  else output.text(asText(strategy, data.name, outcome));
}

function readModel(line: CommandLine): ModelName {
  const word = line.value('model') ?? (line.many('with').length > 0 ? 'assets' : 'bootstrap');
  const found = MODEL_NAMES.find((known) => known === word);
  if (!found) {
    throw new BacktabError('usage', { reason: `--model is ${MODEL_NAMES.join(', ')}, was '${word}'.` });
  }
  if ((found === 'assets') !== line.many('with').length > 0) {
    const reason = 'The model assets takes other holdings by --with FILE, and no other model does.';
    throw new BacktabError('usage', { reason });
  }
  if (found === 'trades' && line.value('steps') !== undefined) {
    throw new BacktabError('usage', {
      reason: 'The model trades has as many steps as trades; leave --steps out.',
    });
  }
  return found;
}

function readNumber(line: CommandLine, name: string): number | undefined {
  const word = line.value(name);
  if (word === undefined) return undefined;
  const read = Number(word);
  if (word.trim() !== '' && Number.isFinite(read)) return read;
  throw new BacktabError('usage', { reason: `--${name} takes a number, was '${word}'.` });
}

/** The run whose futures are asked for, with the other holdings on its bars. */
async function runOnce(
  script: string,
  data: DataFile,
  line: CommandLine,
): Promise<{ strategy: string; history: RunHistory }> {
  const { plan } = await loadScript(script);
  const { bars, instrument } = data;
  const parameters = readAssignments('param', line.many('param'), plan.params);
  const settings = { ...plan.settings, ...readSettings(line.many('set')) };
  const columns = columnsFor({ bars, instrument, ...intervalOf(data) });
  const { series, trades } = simulate({ bars, strategy: planStrategy(plan, parameters, columns), settings });
  const others = [];
  for (const path of line.many('with')) {
    const other = await loadData(path);
    const { equity } = alignBenchmark(bars.time, other.bars.time, other.bars.close);
    others.push({ name: other.name, equity });
  }
  const history = { name: plan.name, equity: series.equity, trades, capital: settings.capital, others };
  return { strategy: plan.name, history };
}

function asText(strategy: string, data: string, outcome: MonteCarloOutcome): string {
  const { title, question, assumptions, parameters, answer, paths, steps, unit, seed } = outcome;
  const tails = outcome.tails.flatMap(({ tail, valueAtRisk, expectedShortfall, needed }) => [
    figure(`Value at risk, ${points(1 - tail)}`, ranged(valueAtRisk, needed)),
    figure(`Expected shortfall, ${points(1 - tail)}`, ranged(expectedShortfall, needed)),
  ]);
  const { convergence } = outcome;
  const error = convergence.standardError.at(-1) ?? null;
  return [
    `${title}: ${strategy} on ${data}`,
    '',
    question,
    `  ${answer}`,
    ...assumptions.map((text) => `  - ${text}`),
    '',
    `  ${formatCount(paths, 'path')} of ${formatCount(steps, unit)}, seed ${seed}`,
    figure(
      'Mean change',
      `${percent(outcome.terminal.mean - 1)} ± ${formatPercent(error, { decimals: 2 })} (standard error of the simulation)`,
    ),
    figure('Ends below the start', chance(outcome.loss)),
    figure(`Loses ${points(outcome.ruinLoss)} first`, chance(outcome.ruin)),
    figure(`Gains ${points(outcome.goalGain)} first`, chance(outcome.goal)),
    ...tails,
    '',
    `  ${'Share of paths at or below'.padEnd(28)}${FAN_SHARES.map((share) => points(share).padStart(10)).join('')}`,
    spread('Change at the end', outcome.terminal, (value) => value - 1),
    spread('Deepest fall', outcome.drawdown, (value) => -value),
    '',
    ...outcome.techniques.map(({ title: name, ratio, reason }) =>
      figure(
        name,
        ratio === null ? (reason ?? '') : `worth ${formatNumber(ratio, { decimals: 1 })} times the paths`,
      ),
    ),
    '',
    ...parameters.map(({ name, value, unit: of }) =>
      figure(name, `${String(Number(value.toPrecision(6)))} ${of}`),
    ),
    '',
  ].join('\n');
}

const figure = (name: string, text: string): string => `  ${name.padEnd(42)}${text}`;
const percent = (value: number): string => formatPercent(value, { decimals: 2, signed: true });
const points = (share: number): string => formatPercent(share, { decimals: 0 });

function chance({ share, range }: Chance): string {
  const [at, low, high] = [share, range.low, range.high].map((value) => formatPercent(value));
  return `${at} (95 %: ${low} to ${high})`;
}

function ranged(value: Ranged | null, needed: number): string {
  if (!value) return `Not enough data: ${formatInteger(needed)} independent paths needed.`;
  const [at, low, high] = [value.value, value.low, value.high].map((loss) =>
    formatPercent(loss, { decimals: 2 }),
  );
  return `${at} (95 %: ${low} to ${high})`;
}

function spread(name: string, { quantiles }: PathDistribution, shown: (value: number) => number): string {
  const cells = quantiles.map((value) => formatPercent(shown(value), { signed: true }).padStart(10));
  return `  ${name.padEnd(28)}${cells.join('')}`;
}

/** The fan as CSV: growth factors by step. */
async function writeOut(path: string, { fan }: MonteCarloOutcome): Promise<void> {
  const { heads, rows } = fanTable(fan);
  try {
    await writeFile(path, tableCsv(heads, rows));
  } catch (e) {
    const reason = e instanceof Error ? e.message : String(e);
    throw new BacktabError('file_not_writable', { file: path, reason }, { cause: e });
  }
}
