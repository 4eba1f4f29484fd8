import { intervalOf } from '../../core/interval';
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
import { readAssignments, type CommandLine } from '../arguments';
import { chooseBenchmark } from '../benchmark-option';
import { loadData, type DataFile } from '../data-file';
import {
  chooseDetail,
  dataHashOf,
  dataWords,
  detailJson,
  missingDetail,
  type DetailFile,
} from '../detail-option';
import type { Output } from '../output';
import { writeReport } from '../report-file';
import { writeRunFiles } from '../run-files';
import { figureLines, notesOf, runDocument, runDoubts, spanText, tradeJson } from '../run-output';
import type { ScriptFile } from '../script-file';
import { runSettings } from '../settings';

/** Runs a script on one instrument and prints what it found. */
export async function backtestSingle(
  line: CommandLine,
  file: ScriptFile,
  path: string,
  output: Output,
): Promise<void> {
  refuseNamed(line);
  const table = await loadData(path);
  const parameters = readAssignments('param', line.many('param'), file.plan.params);
  const detail = await chooseDetail(line.many('detail'), table);
  const dataHash = dataHashOf(table, detail);
  const { bars, instrument } = table;
  const settings = runSettings(line, file.plan.settings);
  const outcome = run(file, table, detail, parameters, settings);
  const benchmark = await chooseBenchmark(line.value('benchmark'), bars.time, instrument.name, outcome);
  const input: TearsheetInput = { run: outcome.result, bars, instrument, benchmark: benchmark.sample };
  const detailWarnings = detail?.warnings ?? missingDetail(outcome.result.settings.intrabar, null);
  const warnings = [
    ...file.warnings,
    ...runDoubts(outcome),
    ...notesOf(table),
    ...detailWarnings,
    ...benchmark.warnings,
  ];
  const sheet = tearsheet(input);
  const document = {
    ...runDocument(file.plan.name, dataHash, outcome, sheet),
    detail: detailJson(detail),
    trades: outcome.result.trades.map(tradeJson),
    warnings,
  };
  const folder = line.value('out');
  if (folder) await writeRunFiles(folder, outcome.result, document);
  const report = line.value('report');
  if (report) {
    const names = {
      strategy: file.plan.name,
      data: dataWords(table.name, detail),
      dataHash,
      parameters: Object.fromEntries(resolveParameters(file.plan, parameters)),
      synthetic: false,
      warnings,
    };
    await writeReport(report, reportOf(outcome, withIntervals(sheet, input), names));
  }
  if (line.flag('json')) output.json(document);
  else
    output.text(
      asText(outcome, file, { ...table, name: dataWords(table.name, detail), sha256: dataHash }, warnings),
    );
}

function run(
  { plan }: ScriptFile,
  data: DataFile,
  detail: DetailFile | null,
  parameters: Readonly<Record<string, number>>,
  settings: Partial<RunSettings>,
): BacktestOutcome {
  const { bars, instrument, report } = data;
  const dataHash = dataHashOf(data, detail);
  const timing = intervalOf(data);
  return runBacktest({
    plan,
    parameters,
    bars,
    detail,
    dataHash,
    instrument,
    tries: 1,
    report,
    settings,
    ...timing,
  });
}

/** @throws BacktabError `usage` for options that speak of instruments by their names */
function refuseNamed(line: CommandLine): void {
  const name = ['fx', 'currency', 'contract'].find((option) => isGiven(line, option));
  if (name === undefined) return;
  throw new BacktabError('usage', { reason: `--${name} needs instruments with names, as --data A=a.csv.` });
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
