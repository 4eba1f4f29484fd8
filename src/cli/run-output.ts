import { formatMoney, formatPercent, formatRatio } from '../core/format';
import { METRICS } from '../core/metric-info';
import type { Metrics } from '../core/metrics';
import type { Trade } from '../core/order';
import { isoDate, isoInstant } from '../core/time';
import type { BacktestOutcome } from '../research/outcome';
import { flatFigures } from '../research/tearsheet/flat-figures';
import type { Tearsheet } from '../research/tearsheet/shape';
import type { DataFile } from './data-file';

/** The members of the JSON document that every run has: camelCase, fractions, null where undefined. */
export function runDocument(
  strategy: string,
  dataHash: string,
  outcome: BacktestOutcome,
  sheet: Tearsheet,
): object {
  const { result, verdict } = outcome;
  return {
    resultHash: result.hash,
    dataHash,
    engine: result.engine,
    strategy,
    settings: result.settings,
    metrics: flatFigures(sheet),
    holding: outcome.holding.metrics,
    benchmark: sheet.facts.benchmark,
    verdict: { meter: verdict.meter, words: verdict.words, sentence: verdict.sentence },
    messages: messagesOf(outcome),
  };
}

/** What the script told with `alert` and `log`, in order of the bars. */
function messagesOf({ annotations }: BacktestOutcome): readonly object[] {
  return annotations
    .flatMap((told) => (told.kind === 'alert' || told.kind === 'log' ? [told] : []))
    .toSorted((a, b) => a.row - b.row || a.line - b.line)
    .map(({ kind, row, time, line, text }) => ({ kind, bar: row, time: isoInstant(time), line, text }));
}

/** Doubts of the script that only the run could tell, as `line 9: …`. */
export const runDoubts = ({ doubts }: BacktestOutcome): readonly string[] =>
  doubts.map(({ line, message }) => `line ${line}: ${message}`);

/** A trade of the JSON document; null where it is still open. */
export function tradeJson(trade: Trade): object {
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

/** What the import doubted of a file. */
export const notesOf = (data: DataFile): string[] =>
  data.report.notes
    .filter((note) => note.level === 'caution')
    .map((note) => `${note.title}: ${note.count} rows. ${note.detail}`);

/** `2000-01-03 to 2020-04-17`. */
export const spanText = (time: ArrayLike<number>): string =>
  `${isoDate(time[0]!)} to ${isoDate(time[time.length - 1]!)}`;

/** Verdict and figures for people. */
export function figureLines({ metrics, verdict }: BacktestOutcome, currency: string): readonly string[] {
  const rows = METRICS.map(
    ({ key, name, unit }) => `  ${name.padEnd(28)}${figure(unit, metrics[key], currency)}`,
  );
  return ['', verdict.words, verdict.sentence, '', ...rows, ''];
}

function figure(
  unit: (typeof METRICS)[number]['unit'],
  value: Metrics[keyof Metrics],
  currency: string,
): string {
  if (unit === 'fraction') return formatPercent(value, { decimals: 2 });
  if (unit === 'money') return formatMoney(value, currency);
  if (unit === 'ratio') return formatRatio(value, { decimals: 4 });
  return value === null ? 'n/a' : String(value);
}
