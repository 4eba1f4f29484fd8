import type { RunSeries } from '../core/run';
import { encodeSeries } from '../data/arrow/encode-series';
import { recordArrow, recordCsv, recordObjects, type RecordTable } from '../data/export/record-table';
import { runTables, type RunRecords } from '../data/export/run-tables';
import type { FigureSections, ReportFile, RunTable, TableFormat } from './report-protocol';

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.file',
  json: 'application/json',
};

/** What the tables of a run are read from. */
export interface RunTables extends RunRecords {
  readonly series: RunSeries;
}

/**
 * One table of a run as a file of its name.
 *
 * @param instruments  names of the instruments where there are several, for a column of them
 */
export function runFile(
  run: RunTables,
  table: RunTable,
  format: TableFormat,
  instruments: readonly string[] | null = null,
): ReportFile {
  if (table === 'equity' && format === 'arrow')
    return { name: 'equity.arrow', type: TYPES.arrow, content: encodeSeries({ ...run.series }) };
  const found =
    table === 'equity'
      ? equityTable(run.series)
      : runTables(run, instruments).find(({ name }) => name === table);
  return tableFile(found ?? { name: table, columns: [] }, format);
}

/** The figures of a tearsheet as a file: one row a figure, those of trades by side. */
export const figuresFile = (sections: FigureSections, format: TableFormat): ReportFile =>
  tableFile(figureTable(sections), format);

const tableFile = (table: RecordTable, format: TableFormat): ReportFile => ({
  name: `${table.name}.${format}`,
  type: TYPES[format],
  content:
    format === 'csv'
      ? recordCsv(table)
      : format === 'arrow'
        ? recordArrow(table)
        : JSON.stringify(recordObjects(table), null, 1),
});

function equityTable(series: RunSeries): RecordTable {
  const { time, ...columns } = series;
  return {
    name: 'equity',
    columns: [
      { name: 'time', kind: 'time', values: Array.from(time) },
      ...Object.entries(columns).map(([name, values]) => ({
        name,
        kind: 'number' as const,
        values: Array.from<number>(values),
      })),
    ],
  };
}

/** A figure in the table of figures. */
interface FigureRow {
  readonly section: string;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly long: number | null;
  readonly short: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
}

function figureTable({ groups, trades, tradingView }: FigureSections): RecordTable {
  const single = groups.flatMap(({ key: section, figures }) =>
    figures.map(({ key, name, unit, value, interval, reason }): FigureRow => {
      const [low, high] = [interval?.low ?? null, interval?.high ?? null];
      return { section, key, name, unit, value, long: null, short: null, low, high, reason };
    }),
  );
  const bySide = [trades, tradingView].flatMap(({ key: section, rows }) =>
    rows.map(({ key, name, unit, all, long, short }): FigureRow => {
      const [low, high] = [all.interval?.low ?? null, all.interval?.high ?? null];
      const { value, reason } = all;
      return { section, key, name, unit, value, long: long.value, short: short.value, low, high, reason };
    }),
  );
  const rows = [...single, ...bySide];
  const text = (name: 'section' | 'key' | 'name' | 'unit' | 'reason') =>
    ({ name, kind: 'text', values: rows.map((row) => row[name]) }) as const;
  const figure = (name: 'value' | 'long' | 'short' | 'low' | 'high') =>
    ({ name, kind: 'number', values: rows.map((row) => row[name]) }) as const;
  return {
    name: 'figures',
    columns: [
      ...(['section', 'key', 'name', 'unit'] as const).map(text),
      ...(['value', 'long', 'short', 'low', 'high'] as const).map(figure),
      text('reason'),
    ],
  };
}
