import { writeFile } from 'node:fs/promises';
import { BacktabError } from '../../core/errors';
import { formatFigure } from '../../core/figure';
import { intervalOf } from '../../core/interval';
import { isoDate } from '../../core/time';
import { tableCsv } from '../../data/export/csv';
import { columnsFor } from '../../research/columns-for';
import { VALIDATION_DEFAULTS, type ValidationOptions } from '../../research/validation/options';
import type { ValidationResult } from '../../research/validation/shape';
import { validate as validateGrid, type Validation } from '../../research/validation/validate';
import { readArguments, readAssignments, type CommandLine } from '../arguments';
import { loadData } from '../data-file';
import type { Output } from '../output';
import { progressJob } from '../progress-job';
import { readRange } from '../range-option';
import { loadScript } from '../script-file';
import { readSettings } from '../settings';

export const VALIDATE_USAGE =
  'backtab validate SCRIPT --data FILE|sp500 [--range k=min:max:step]… [--param k=v]… [--set key=value]… [--windows N] [--in-sample N] [--against cash|holding] [--tries N] [--resamples N] [--shuffles N] [--entries N] [--noise N] [--seed N] [--out FILE.csv] [--json]';

/** Runs every setting of a script and says what is left of the best one after all that speaks for luck. */
export async function validate(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'value',
    range: 'many',
    param: 'many',
    set: 'many',
    windows: 'value',
    'in-sample': 'value',
    against: 'value',
    tries: 'value',
    resamples: 'value',
    shuffles: 'value',
    entries: 'value',
    noise: 'value',
    seed: 'value',
    out: 'value',
    json: 'flag',
  });
  const [script] = line.words;
  const path = line.value('data');
  if (!script || !path || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${VALIDATE_USAGE}` });
  const options = readOptions(line);
  const { source, plan } = await loadScript(script);
  const data = await loadData(path);
  const { bars, instrument, name } = data;
  const ranges = line.many('range').map(readRange);
  const setup = { bars, instrument, ...intervalOf(data) };
  const request = {
    ...setup,
    plan,
    parameters: readAssignments('param', line.many('param'), plan.params),
    settings: readSettings(line.many('set')),
    axes: ranges.length > 0 ? ranges : null,
    triesBefore: readNumber(line, 'tries') ?? 0,
    options,
  };
  const startedAt = performance.now();
  const found = await validateGrid(request, null, progressJob(), columnsFor(setup));
  const elapsedMs = performance.now() - startedAt;
  const file = line.value('out');
  if (file) await writeFile(file, asCsv(found));
  if (line.flag('json')) {
    const walkForwards = found.walkForwards.map(({ equity, ...walk }) => ({ ...walk, equity: [...equity] }));
    const used = { ...VALIDATION_DEFAULTS, ...options };
    const document = { strategy: plan.name, script: source, data: name, elapsedMs, options: used };
    output.json({ ...document, ...found, walkForwards });
  } else output.text(asText(plan.name, name, instrument.currency, found, bars.time, elapsedMs));
}

function readOptions(line: CommandLine): Partial<ValidationOptions> {
  const against = line.value('against');
  if (against !== undefined && against !== 'cash' && against !== 'holding')
    throw new BacktabError('usage', { reason: `--against is cash or holding, was '${against}'.` });
  const number = (name: string): number | undefined => readNumber(line, name);
  const [windows, inSampleWindows] = [number('windows'), number('in-sample')];
  const [resamples, shuffles, entries] = [number('resamples'), number('shuffles'), number('entries')];
  const [noiseRuns, seed] = [number('noise'), number('seed')];
  return {
    ...(against !== undefined && { benchmark: against }),
    ...(windows !== undefined && { windows }),
    ...(inSampleWindows !== undefined && { inSampleWindows }),
    ...(resamples !== undefined && { resamples }),
    ...(shuffles !== undefined && { shuffles }),
    ...(entries !== undefined && { entries }),
    ...(noiseRuns !== undefined && { noiseRuns }),
    ...(seed !== undefined && { seed }),
  };
}

function readNumber(line: CommandLine, name: string): number | undefined {
  const word = line.value(name);
  if (word === undefined) return undefined;
  const value = Number(word);
  if (word.trim() !== '' && Number.isInteger(value) && value >= 0) return value;
  throw new BacktabError('usage', { reason: `--${name} takes a whole number, was '${word}'.` });
}

/** What a result came to. */
const STAND = { pass: 'passed ', fail: 'failed ', told: 'told   ', off: 'not run' } as const;

function standOf({ status, pass }: ValidationResult): string {
  if (status === 'not run') return STAND.off;
  if (pass === null) return STAND.told;
  return pass ? STAND.pass : STAND.fail;
}

function asText(
  strategy: string,
  data: string,
  currency: string,
  { run, verdict, results, walkForwards, axes }: Validation,
  time: Float64Array,
  elapsedMs: number,
): string {
  const parts = results.map((result) =>
    [
      `${standOf(result)}  ${result.name}: ${result.question}`,
      `         ${result.reason ?? result.answer}`,
      ...(result.figures.length > 0 ? [`         ${figureLine(result, currency)}`] : []),
    ].join('\n'),
  );
  const walks = walkForwards.flatMap(({ result, windows }) =>
    windows.length === 0
      ? []
      : [
          '',
          `${result.name}: ${axes.map((axis) => axis.name).join(' / ')}`,
          ...windows.map(({ inFrom, inTo, outTo, parameters, inSharpe, outSharpe, outReturn }) =>
            [
              `  ${isoDate(time[inTo]!)} to ${isoDate(time[outTo]!)}`,
              `chosen from ${isoDate(time[inFrom]!)} on: ${parameters.join(' / ')}`.padEnd(40),
              `Sharpe ${formatFigure(inSharpe, 'ratio', currency)} then, ${formatFigure(outSharpe, 'ratio', currency)} after`,
              formatFigure(outReturn, 'fraction', currency, { signed: true }),
            ].join('  '),
          ),
        ],
  );
  return [
    `${strategy} on ${data}: ${run} settings in ${(elapsedMs / 1000).toFixed(1)} s`,
    '',
    verdict.words,
    verdict.sentence,
    '',
    ...parts,
    ...walks,
    '',
    'What each method takes for granted stands in docs/validation.md and in --json.',
    '',
  ].join('\n');
}

const figureLine = ({ figures }: ValidationResult, currency: string): string =>
  figures.map(({ name, unit, value }) => `${name}: ${formatFigure(value, unit, currency)}`).join('; ');

function asCsv({ results }: Validation): string {
  const rows = results.flatMap(({ id, status, pass, reason, figures }) => {
    const head = [id, status, pass === null ? null : pass ? 'passed' : 'failed'];
    if (figures.length === 0) return [[...head, null, null, null, reason]];
    return figures.map(({ key, unit, value }) => [...head, key, value, unit, null]);
  });
  return tableCsv(['method', 'status', 'result', 'figure', 'value', 'unit', 'reason'], rows);
}
