import { intervalOf } from '../../core/interval';
import { BacktabError } from '../../core/errors';
import { formatCount, formatInteger } from '../../core/format';
import { isoInstant } from '../../core/time';
import {
  DEFAULT_CUTS,
  proveNoLookAhead,
  type Disagreement,
  type TruncationReport,
} from '../../research/truncation';
import { backtestSubject, portfolioSubject } from '../../research/truncation/plan-subject';
import type { TruncationSubject } from '../../research/truncation/subject';
import { agreementWords, disagreementWords } from '../../research/truncation/words';
import { costWords, planCost } from '../../script/cost';
import { readArguments, readAssignments, type CommandLine } from '../arguments';
import { loadData } from '../data-file';
import { loadMembers } from '../instrument-options';
import { isPortfolio, readNamedPath, type NamedPath } from '../named-path';
import type { Output } from '../output';
import { loadScript, type ScriptFile } from '../script-file';
import { runSettings } from '../settings';

export const CHECK_USAGE =
  'backtab check SCRIPT --data [ALIAS=]FILE|sp500 … [--cuts N] [--param k=v]… [--preset NAME] [--set key=value]… [--json]';

/** Most prefixes that can be asked for. */
const MOST_CUTS = 100_000;

/** Proves that a strategy does not look ahead, or names where it does: exit code 1 then. */
export async function check(args: readonly string[], output: Output): Promise<number> {
  const line = readArguments(args, {
    data: 'many',
    cuts: 'value',
    param: 'many',
    preset: 'value',
    set: 'many',
    json: 'flag',
  });
  const [script] = line.words;
  const paths = line.many('data').map(readNamedPath);
  if (!script || paths.length === 0 || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${CHECK_USAGE}` });
  const cuts = cutsOf(line);
  const file = await loadScript(script);
  const report = await proveNoLookAhead(await subjectOf(line, file, paths), { cuts });
  if (line.flag('json')) output.json(documentOf(file, report));
  else output.text(asText(file, report));
  return report.isProved ? 0 : 1;
}

function cutsOf(line: CommandLine): number {
  const text = line.value('cuts');
  if (text === undefined) return DEFAULT_CUTS;
  const cuts = Number(text);
  if (Number.isInteger(cuts) && cuts >= 1 && cuts <= MOST_CUTS) return cuts;
  throw new BacktabError('usage', {
    reason: `--cuts takes a whole number from 1 to ${formatInteger(MOST_CUTS)}, was '${text}'.`,
  });
}

async function subjectOf(
  line: CommandLine,
  { plan }: ScriptFile,
  paths: readonly NamedPath[],
): Promise<TruncationSubject> {
  const parameters = readAssignments('param', line.many('param'), plan.params);
  const settings = runSettings(line, plan.settings);
  if (isPortfolio(paths))
    return portfolioSubject({ plan, parameters, settings, members: await loadMembers(paths, [], []) });
  const data = await loadData(paths[0]!.path);
  const { bars, instrument } = data;
  return backtestSubject({ plan, parameters, settings, bars, instrument, ...intervalOf(data) });
}

function documentOf({ plan }: ScriptFile, report: TruncationReport): object {
  const { isProved, steps, cuts, runs, compared } = report;
  return {
    strategy: plan.name,
    proved: isProved,
    steps,
    cuts,
    runs,
    compared,
    cost: planCost(plan),
    differences: report.disagreements.map(differenceJson),
  };
}

const differenceJson = ({
  kind,
  dataset,
  bar,
  time,
  line,
  text,
  whole,
  prefix,
  kept,
  after,
}: Disagreement) => ({
  kind,
  dataset: dataset === '' ? null : dataset,
  bar,
  time: isoInstant(time),
  line,
  text,
  whole,
  prefix,
  kept,
  after,
});

function asText({ plan, warnings }: ScriptFile, report: TruncationReport): string {
  return [
    `${plan.name}, ${formatCount(report.steps, 'step')}`,
    costWords(planCost(plan)),
    agreementWords(report),
    ...report.disagreements.slice(1).map((found) => `  ${disagreementWords(found)}`),
    ...warnings.map((warning) => `Note: ${warning}`),
    '',
  ].join('\n');
}
