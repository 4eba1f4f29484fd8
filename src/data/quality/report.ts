import type { Interval, QualityNote, QualityReport } from '../../core/dataset';
import type { FinishedTable } from '../import/finish';
import type { Layout } from '../import/layout';
import type { RowSink } from '../import/row-sink';
import type { ZoneClock } from '../../core/zone';
import { examine } from './examine';
import { ROWS_KEPT, type Facts } from './facts';
import { count, counted, listed } from './words';

/** What an import knows when it ends. */
export interface Findings {
  readonly table: FinishedTable;
  readonly layout: Layout;
  readonly sink: RowSink;
  readonly interval: Interval;
  readonly barsPerYear: number;
  readonly zone: ZoneClock;
}

const LEVELS = ['caution', 'info', 'ok'] as const;

/**
 * Everything worth knowing about an imported file: cautions first, then remarks, then what was
 * checked and found in order. `rowsRead` is always `rowsKept` plus `rowsRejected`.
 */
export function describeQuality(findings: Findings): QualityReport {
  const { table, layout, sink, interval, barsPerYear, zone } = findings;
  const facts: Facts = { bars: table.bars, interval, barsPerYear, wall: (t) => t + zone.offsetAt(t) };
  const found = [
    ...examine(facts),
    pricesFilled(layout, table),
    dateOrder(table),
    rejectedRows(sink),
    duplicateTimes(table),
    outOfOrder(table),
    impossiblePrices(sink),
  ].filter((note) => note !== null);
  const rowsKept = table.bars.time.length;
  return {
    rowsRead: sink.rowsRead,
    rowsKept,
    rowsRejected: sink.rowsRead - rowsKept,
    rejected: sink.rejected,
    columns: layout.uses.map((column, i) =>
      table.empty.includes(i) ? { ...column, use: 'ignored' } : column,
    ),
    notes: LEVELS.flatMap((level) => found.filter((note) => note.level === level)),
  };
}

function rejectedRows({ counts, rejected }: RowSink): QualityNote {
  const { unreadable, impossible, duplicate } = counts;
  const total = unreadable + impossible + duplicate;
  const parts = [
    unreadable > 0 ? `${count(unreadable)} could not be read` : '',
    impossible > 0 ? `${count(impossible)} had impossible prices` : '',
    duplicate > 0 ? `${count(duplicate)} stood more than once` : '',
  ].filter((part) => part !== '');
  const first = rejected[0];
  return {
    code: 'rejected_rows',
    level: unreadable + impossible > 0 ? 'caution' : duplicate > 0 ? 'info' : 'ok',
    count: total,
    title: 'Rejected rows',
    detail:
      first === undefined ? 'Nothing was dropped.' : `${listed(parts)}. Line ${first.line}: ${first.reason}.`,
    rows: [],
  };
}

function duplicateTimes({
  sameRows,
  replacedRows,
  repeatedTimes,
  outOfOrder: late,
  reversed,
}: FinishedTable): QualityNote | null {
  const total = sameRows + replacedRows;
  if (total === 0) {
    if (late.length > 0 || reversed) return null;
    return {
      code: 'duplicate_times',
      level: 'ok',
      count: 0,
      title: 'Duplicate or out-of-order times',
      detail: 'Each row is later than the one before.',
      rows: [],
    };
  }
  const same =
    sameRows > 0
      ? `${counted(sameRows, 'row')} stood there twice and ${sameRows === 1 ? 'was' : 'were'} dropped. `
      : '';
  const replaced =
    replacedRows > 0
      ? `${counted(replacedRows, 'row')} gave other values for a time that comes again; the last one is used.`
      : '';
  return {
    code: 'duplicate_times',
    level: replacedRows > 0 ? 'caution' : 'info',
    count: total,
    title: 'Duplicate times',
    detail: `${same}${replaced}`.trim(),
    rows: repeatedTimes.slice(0, ROWS_KEPT),
  };
}

function outOfOrder({ outOfOrder: late, reversed }: FinishedTable): QualityNote | null {
  if (reversed) {
    return {
      code: 'out_of_order',
      level: 'info',
      count: 0,
      title: 'Newest row first',
      detail: 'The file runs from newest to oldest; the rows were turned round.',
      rows: [],
    };
  }
  if (late.length === 0) return null;
  return {
    code: 'out_of_order',
    level: 'info',
    count: late.length,
    title: 'Out-of-order times',
    detail: `${counted(late.length, 'row')} stood after a later one; the rows were sorted by time.`,
    rows: late.slice(0, ROWS_KEPT),
  };
}

function impossiblePrices({ counts, rejected }: RowSink): QualityNote {
  const n = counts.impossible;
  const first = rejected.find(({ reason }) => /^(?:open|high|low|close|volume) /.test(reason));
  return {
    code: 'impossible_prices',
    level: n > 0 ? 'caution' : 'ok',
    count: n,
    title: 'Impossible prices',
    detail:
      n === 0
        ? 'No zero, negative or missing price; no high below low; every open and close lies within its bar.'
        : `${counted(n, 'row')} kept out.${first === undefined ? '' : ` Line ${first.line}: ${first.reason}.`}`,
    rows: [],
  };
}

function pricesFilled({ open, high, low }: Layout, { bars }: FinishedTable): QualityNote | null {
  const lacking = [open < 0 ? 'open' : '', high < 0 ? 'high' : '', low < 0 ? 'low' : ''].filter(
    (name) => name !== '',
  );
  if (lacking.length === 0) return null;
  return {
    code: 'prices_filled',
    level: 'caution',
    count: bars.time.length,
    title: 'Prices filled in',
    detail: `The file has no ${listed(lacking)}; filled from the prices it has. Stops and targets inside a bar are not realistic on it.`,
    rows: [],
  };
}

function dateOrder({ dates, bars }: FinishedTable): QualityNote | null {
  if (dates === null || dates.by === 'numbers') return null;
  const words = dates.dayFirst ? 'day/month/year' : 'month/day/year';
  return {
    code: 'date_order_assumed',
    level: dates.by === 'assumed' ? 'caution' : 'info',
    count: bars.time.length,
    title: `Dates read as ${words}`,
    detail:
      dates.by === 'assumed'
        ? 'No date in the file tells day from month. If it is the other way round, rewrite the dates as year-month-day.'
        : 'No number above 12 tells day from month, but only so the rows are in order.',
    rows: [],
  };
}
