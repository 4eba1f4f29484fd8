import { BacktabError } from '../../core/errors';
import { formatCount } from '../../core/format';
import type { RunSettings } from '../../core/run';
import { costWords, planCost } from '../../script/cost';
import { resolveParameters } from '../../script/evaluate';
import { runBacktest } from '../../research/backtest';
import { reportOf } from '../../research/report-html/report-of';
import type { BacktestOutcome } from '../../research/outcome';
import { tearsheet, type TearsheetInput } from '../../research/tearsheet';
import { withIntervals } from '../../research/tearsheet/with-intervals';
import { readArguments, readAssignments, type CommandLine } from '../arguments';
import { chooseBenchmark } from '../benchmark-option';
import { intervalOf, loadData, type DataFile } from '../data-file';
import { isPortfolio, readNamedPath } from '../instrument-options';
import type { Output } from '../output';
import { writeReport } from '../report-file';
import { writeRunFiles } from '../run-files';
import { figureLines, notesOf, runDocument, runDoubts, spanText, tradeJson } from '../run-output';
import { loadScript, type ScriptFile } from '../script-file';
import { runSettings } from '../settings';
import { backtestPortfolio } from './backtest-portfolio';

export const BACKTEST_USAGE =
  'backtab backtest SCRIPT --data [ALIAS=]FILE|sp500 … [--param k=v]… [--preset NAME] [--set key=value]… [--benchmark FILE|sp500] [--fx CUR=RATE|FILE]… [--currency CUR] [--contract ALIAS:key=value,…]… [--json] [--report FILE.html] [--out DIR]';

/** Runs a script exactly and prints what it found. */
export async function backtest(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'many',
    param: 'many',
    preset: 'value',
    set: 'many',
    benchmark: 'value',
    fx: 'many',
    currency: 'value',
    contract: 'many',
    json: 'flag',
    report: 'value',
    out: 'value',
  });
  const [script] = line.words;
  const paths = line.many('data').map(readNamedPath);
  const [data] = paths;
  if (!script || !data || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${BACKTEST_USAGE}` });
  const file = await loadScript(script);
  if (isPortfolio(paths)) return backtestPortfolio(line, file, output);
  const alone = ['fx', 'currency', 'contract'].find((name) => isGiven(line, name));
  if (alone)
    throw new BacktabError('usage', {
      reason: `--${alone} needs instruments with names, as --data A=a.csv.`,
    });
  const table = await loadData(data.path);
  const parameters = readAssignments('param', line.many('param'));
  const outcome = run(file, table, parameters, runSettings(line, file.plan.settings));
  const { bars, instrument } = table;
  const benchmark = await chooseBenchmark(line.value('benchmark'), bars.time, instrument.name, outcome);
  const input: TearsheetInput = { run: outcome.result, bars, instrument, benchmark: benchmark.sample };
  const warnings = [...file.warnings, ...runDoubts(outcome), ...notesOf(table), ...benchmark.warnings];
  const sheet = tearsheet(input);
  const document = {
    ...runDocument(file.plan.name, table.sha256, outcome, sheet),
    trades: outcome.result.trades.map(tradeJson),
    warnings,
  };
  const folder = line.value('out');
  if (folder) await writeRunFiles(folder, outcome.result, document);
  const report = line.value('report');
  if (report) {
    const names = {
      strategy: file.plan.name,
      data: table.name,
      dataHash: table.sha256,
      parameters: Object.fromEntries(resolveParameters(file.plan, parameters)),
      synthetic: false,
      warnings,
    };
    await writeReport(report, reportOf(outcome, withIntervals(sheet, input), names));
  }
  if (line.flag('json')) output.json(document);
  else output.text(asText(outcome, file, table, warnings));
}

function run(
  file: ScriptFile,
  data: DataFile,
  parameters: Readonly<Record<string, number>>,
  settings: Partial<RunSettings>,
): BacktestOutcome {
  const { bars, instrument, report, sha256 } = data;
  return runBacktest({
    plan: file.plan,
    parameters,
    bars,
    dataHash: sha256,
    instrument,
    tries: 1,
    report,
    settings,
    ...intervalOf(data),
  });
}

const isGiven = (line: CommandLine, name: string): boolean =>
  line.value(name) !== undefined || line.many(name).length > 0;

function asText(
  outcome: BacktestOutcome,
  file: ScriptFile,
  data: DataFile,
  warnings: readonly string[],
): string {
  const { result } = outcome;
  const { time } = data.bars;
  return [
    `${file.plan.name} on ${data.name}, ${formatCount(time.length, 'bar')}, ${spanText(time)}`,
    ...figureLines(outcome, 'USD'),
    costWords(planCost(file.plan)),
    `Result ${result.hash}`,
    `Data   ${data.sha256}`,
    ...warnings.map((warning) => `Note: ${warning}`),
    '',
  ].join('\n');
}
