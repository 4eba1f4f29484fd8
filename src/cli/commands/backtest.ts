import { formatCount, formatMoney, formatPercent, formatRatio } from '../../core/format';
import { METRICS } from '../../core/metric-info';
import type { Metrics } from '../../core/metrics';
import type { Trade } from '../../core/order';
import type { RunSettings } from '../../core/run';
import { isoDate, isoInstant } from '../../core/time';
import { presetSettings } from '../../engine/presets';
import { resolveParameters } from '../../script/evaluate';
import { runBacktest } from '../../research/backtest';
import { reportOf } from '../../research/report-html/report-of';
import type { BacktestOutcome } from '../../research/outcome';
import { tearsheet, type TearsheetInput } from '../../research/tearsheet';
import { flatFigures } from '../../research/tearsheet/flat-figures';
import type { Tearsheet } from '../../research/tearsheet/shape';
import { withIntervals } from '../../research/tearsheet/with-intervals';
import { readArguments, readAssignments } from '../arguments';
import { chooseBenchmark } from '../benchmark-option';
import { loadData, type DataFile } from '../data-file';
import type { Output } from '../output';
import { writeReport } from '../report-file';
import { writeRunFiles } from '../run-files';
import { loadScript, type ScriptFile } from '../script-file';
import { readSettings } from '../settings';
import { BacktabError } from '../../core/errors';

export const BACKTEST_USAGE =
  'backtab backtest SCRIPT --data FILE|sp500 [--param k=v]… [--preset NAME] [--set key=value]… [--benchmark FILE|sp500] [--json] [--report FILE.html] [--out DIR]';

/** Runs a script exactly and prints what it found. */
export async function backtest(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'value',
    param: 'many',
    preset: 'value',
    set: 'many',
    benchmark: 'value',
    json: 'flag',
    report: 'value',
    out: 'value',
  });
  const [script] = line.words;
  const data = line.value('data');
  if (!script || !data || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${BACKTEST_USAGE}` });
  const file = await loadScript(script);
  const table = await loadData(data);
  const parameters = readAssignments('param', line.many('param'));
  const preset = line.value('preset');
  const outcome = run(file, table, parameters, {
    ...(preset ? presetSettings(preset, file.plan.settings) : {}),
    ...readSettings(line.many('set')),
  });
  const benchmark = await chooseBenchmark(line.value('benchmark'), table, outcome);
  const { bars, instrument } = table;
  const input: TearsheetInput = { run: outcome.result, bars, instrument, benchmark: benchmark.sample };
  const warnings = [...file.warnings, ...notes(table), ...benchmark.warnings];
  const sheet = tearsheet(input);
  const document = asJson(outcome, sheet, file, table, warnings);
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
  });
}

/** The document of DESIGN's command-line contract: camelCase, fractions, null where undefined. */
function asJson(
  outcome: BacktestOutcome,
  sheet: Tearsheet,
  file: ScriptFile,
  data: DataFile,
  warnings: readonly string[],
): object {
  const { result, verdict } = outcome;
  return {
    resultHash: result.hash,
    dataHash: data.sha256,
    engine: result.engine,
    strategy: file.plan.name,
    settings: result.settings,
    metrics: flatFigures(sheet),
    holding: outcome.holding.metrics,
    benchmark: sheet.facts.benchmark,
    verdict: { meter: verdict.meter, words: verdict.words, sentence: verdict.sentence },
    trades: result.trades.map(tradeJson),
    warnings,
  };
}

function tradeJson(trade: Trade): object {
  const open = Number.isNaN(trade.exitTime);
  return {
    side: trade.side,
    quantity: trade.quantity,
    entryTime: isoInstant(trade.entryTime),
    exitTime: open ? null : isoInstant(trade.exitTime),
    entryBar: trade.entryBar,
    exitBar: open ? null : trade.exitBar,
    entryPrice: trade.entryPrice,
    exitPrice: open ? null : trade.exitPrice,
    grossPnl: trade.grossPnl,
    costs: trade.costs,
    pnl: trade.pnl,
    return: trade.return,
    mae: trade.mae,
    mfe: trade.mfe,
    entryReason: trade.entryReason,
    exitReason: open ? null : trade.exitReason,
    tag: trade.tag,
  };
}

const notes = (data: DataFile): string[] =>
  data.report.notes
    .filter((note) => note.level === 'caution')
    .map((note) => `${note.title}: ${note.count} rows. ${note.detail}`);

function asText(
  outcome: BacktestOutcome,
  file: ScriptFile,
  data: DataFile,
  warnings: readonly string[],
): string {
  const { metrics, verdict, result } = outcome;
  const { bars } = data;
  const span = `${isoDate(bars.time[0]!)} to ${isoDate(bars.time[bars.time.length - 1]!)}`;
  const rows = METRICS.map(({ key, name, unit }) => `  ${name.padEnd(28)}${figure(unit, metrics[key])}`);
  return [
    `${file.plan.name} on ${data.name}, ${formatCount(bars.time.length, 'bar')}, ${span}`,
    '',
    verdict.words,
    verdict.sentence,
    '',
    ...rows,
    '',
    `Result ${result.hash}`,
    `Data   ${data.sha256}`,
    ...warnings.map((warning) => `Note: ${warning}`),
    '',
  ].join('\n');
}

function figure(unit: (typeof METRICS)[number]['unit'], value: Metrics[keyof Metrics]): string {
  if (unit === 'fraction') return formatPercent(value, { decimals: 2 });
  if (unit === 'money') return formatMoney(value, 'USD');
  if (unit === 'ratio') return formatRatio(value, { decimals: 4 });
  return value === null ? 'n/a' : String(value);
}
