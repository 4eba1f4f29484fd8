import { formatCount, formatMoney } from '../../core/format';
import { costWords, planCost } from '../../script/cost';
import { referencesOf, resolveParameters } from '../../script/evaluate';
import { runPortfolio, type PortfolioOutcome } from '../../research/portfolio';
import { portfolioSheetInput } from '../../research/portfolio-sheet';
import { reportOf } from '../../research/report-html/report-of';
import { tearsheet } from '../../research/tearsheet';
import { withIntervals } from '../../research/tearsheet/with-intervals';
import { readAssignments, type CommandLine } from '../arguments';
import { chooseBenchmark } from '../benchmark-option';
import { dataWords, detailJson, missingDetail } from '../detail-option';
import { currencyCode, loadMembers, loadRateFiles, ratesOf, type LoadedMember } from '../instrument-options';
import { readNamedPath } from '../named-path';
import type { Output } from '../output';
import { writeReport } from '../report-file';
import { writeRunFiles } from '../run-files';
import { figureLines, notesOf, runDocument, runDoubts, spanText, tradeJson } from '../run-output';
import type { ScriptFile } from '../script-file';
import { runSettings } from '../settings';

/** Runs a script on several instruments of one account and prints what it found. */
export async function backtestPortfolio(line: CommandLine, file: ScriptFile, output: Output): Promise<void> {
  const members = await loadMembers(
    line.many('data').map(readNamedPath),
    line.many('contract'),
    line.many('detail'),
  );
  const currency = line.value('currency');
  const outcome = runPortfolio({
    plan: file.plan,
    parameters: readAssignments('param', line.many('param'), file.plan.params),
    members,
    ...(currency === undefined ? {} : { currency: currencyCode('currency', currency) }),
    rates: ratesOf(await loadRateFiles(line.many('fx'))),
    tries: 1,
    settings: runSettings(line, file.plan.settings),
  });
  const { time } = outcome.result.series;
  const benchmark = await chooseBenchmark(line.value('benchmark'), time, 'an equal share of each', outcome);
  const input = portfolioSheetInput(outcome, benchmark.sample);
  const sheet = tearsheet(input);
  const { intrabar } = outcome.result.settings;
  const read = referencesOf(file.plan);
  const doubts = members.flatMap(({ name, data, detail }) => [
    ...notesOf(data).map((note) => `${name}: ${note}`),
    ...(detail?.warnings ?? (read.includes(name) ? [] : missingDetail(intrabar, name))),
  ]);
  const warnings = [...file.warnings, ...runDoubts(outcome), ...doubts, ...benchmark.warnings];
  const document = {
    ...runDocument(file.plan.name, outcome.dataHash, outcome, sheet),
    currency: outcome.currency,
    instruments: outcome.names.map((name, market) => instrumentJson(outcome, members, name, market)),
    trades: outcome.result.trades.map((trade) => ({
      instrument: outcome.names[trade.market],
      ...tradeJson(trade),
    })),
    warnings,
  };
  const folder = line.value('out');
  if (folder) await writeRunFiles(folder, outcome.result, document, outcome.names);
  const report = line.value('report');
  if (report) {
    const names = {
      strategy: file.plan.name,
      data: members.map(({ name, detail }) => dataWords(name, detail)).join(', '),
      dataHash: outcome.dataHash,
      parameters: Object.fromEntries(
        resolveParameters(file.plan, readAssignments('param', line.many('param'), file.plan.params)),
      ),
      synthetic: false,
      warnings,
    };
    await writeReport(report, reportOf(outcome, withIntervals(sheet, input), names));
  }
  if (line.flag('json')) output.json(document);
  else output.text(asText(outcome, file, members, warnings));
}

function instrumentJson(
  outcome: PortfolioOutcome,
  members: readonly LoadedMember[],
  name: string,
  market: number,
): object {
  const member = members.find((known) => known.name === name);
  const trades = outcome.result.trades.filter((trade) => trade.market === market);
  return {
    name,
    dataHash: member?.dataHash,
    bars: member?.bars.time.length,
    currency: member?.instrument.currency,
    contract: member?.contract,
    detail: detailJson(member?.detail ?? null),
    trades: trades.length,
    pnl: trades.reduce((sum, { pnl }) => sum + pnl, 0),
  };
}

function asText(
  outcome: PortfolioOutcome,
  file: ScriptFile,
  members: readonly LoadedMember[],
  warnings: readonly string[],
): string {
  const { result, names, currency } = outcome;
  const { time } = result.series;
  const rows = names.map((name, market) => {
    const trades = result.trades.filter((trade) => trade.market === market);
    const bars = members.find((member) => member.name === name)?.bars.time.length ?? 0;
    const pnl = formatMoney(
      trades.reduce((sum, trade) => sum + trade.pnl, 0),
      currency,
    );
    return `  ${name.padEnd(28)}${formatCount(bars, 'bar')}, ${formatCount(trades.length, 'trade')}, ${pnl}`;
  });
  return [
    `${file.plan.name} on ${formatCount(names.length, 'instrument')}, ${formatCount(time.length, 'step')}, ${spanText(time)}`,
    ...figureLines(outcome, currency),
    ...rows,
    '',
    costWords(planCost(file.plan)),
    `Result ${result.hash}`,
    `Data   ${outcome.dataHash}`,
    ...warnings.map((warning) => `Note: ${warning}`),
    '',
  ].join('\n');
}
