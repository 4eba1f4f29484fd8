import { formatInteger } from '../../../core/format';
import type { AttributionRow } from '../../tearsheet/shape';
import { markup, type Markup } from '../markup';
import type { ReportInput } from '../report-input';
import { card, signed, table, type TableCell } from './tables';

/** Rows of one list; the rest is one row more, so that the sum stays whole. */
const MOST_ROWS = 12;

/** Who earned what: instruments, tags, exits and sides. */
export function attributionCard({ sheet }: ReportInput): Markup | null {
  const { attribution, facts } = sheet;
  const lists: (readonly [string, readonly AttributionRow[]])[] = [
    ['Instrument', attribution.byAsset],
    ['Tag', attribution.byTag],
    ['Exit', attribution.byExit],
    ['Side', attribution.bySide],
  ];
  const told = lists.filter(([name, rows]) => rows.length > 1 || (name === 'Exit' && rows.length > 0));
  if (told.length === 0) return null;
  return card(
    'Where the profit came from',
    told.map(
      ([name, rows]) => markup`<h3>By ${name.toLowerCase()}</h3>${groupTable(name, rows, facts.currency)}`,
    ),
  );
}

function groupTable(name: string, rows: readonly AttributionRow[], currency: string): Markup {
  const shown = rows.length > MOST_ROWS + 1 ? rows.slice(0, MOST_ROWS) : rows;
  const rest = rows.slice(shown.length);
  const cells = shown.map((row) => rowCells(row, row.key === '' ? 'without a tag' : row.key, currency));
  if (rest.length > 0) cells.push(rowCells(sumOf(rest), `${formatInteger(rest.length)} more`, currency));
  return table([name, 'Trades', 'Profit'], cells);
}

const rowCells = ({ trades, pnl }: AttributionRow, name: string, currency: string): TableCell[] => [
  name.replaceAll('_', ' '),
  trades === null ? '' : formatInteger(trades),
  signed(pnl, 'money', currency),
];

const sumOf = (rows: readonly AttributionRow[]): AttributionRow => ({
  key: '',
  trades: rows.reduce((sum, { trades }) => sum + (trades ?? 0), 0),
  pnl: rows.reduce((sum, { pnl }) => sum + pnl, 0),
  return: null,
});
