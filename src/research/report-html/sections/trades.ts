import { formatFigure } from '../../../core/figure';
import { formatCount, formatInteger, formatMoney, formatNumber, formatPercent } from '../../../core/format';
import type { Trade } from '../../../core/order';
import { STATUS_WORDS } from '../../../core/order-words';
import { DAY_MS } from '../../../core/time';
import { barChart } from '../charts/bar-chart';
import { scatterChart } from '../charts/scatter-chart';
import { markup, type Markup } from '../markup';
import type { ReportInput } from '../report-input';
import { card, dateOf, percentTick, signed, table, type TableCell } from './tables';

/** Trades that are drawn as bars of their own; beyond it they would be thinner than a line. */
const MOST_BARS = 400;
/** Rows of the list of trades, and points of a scatter chart. */
const MOST_ROWS = 1000;

/** The return of each closed trade, in order. */
export function tradeReturns({ sheet }: ReportInput): Markup | null {
  const points = sheet.scatter.slice(-MOST_BARS);
  if (points.length === 0) return null;
  const cut =
    sheet.scatter.length > points.length &&
    `The last ${formatInteger(MOST_BARS)} of ${formatInteger(sheet.scatter.length)}.`;
  return card(
    'Return of each trade',
    markup`<div class="scroll" tabindex="0">${barChart({
      label: `Returns of ${formatCount(points.length, 'trade')}, after costs.`,
      height: 170,
      bars: points.map(({ index, return: value }) => ({
        label: '',
        value,
        title: `#${index + 1}: ${formatPercent(value, { decimals: 2, signed: true })}`,
      })),
      tickWords: percentTick,
    })}</div><p class="note">${formatCount(sheet.scatter.length, 'trade')}, after costs. ${cut}</p>`,
  );
}

/** How far price went against and for each trade, beside what it returned. */
export function excursions({ sheet }: ReportInput): Markup | null {
  const points = sheet.scatter.slice(-MOST_ROWS);
  if (points.length === 0) return null;
  const chart = (name: string, of: 'mae' | 'mfe'): Markup =>
    markup`<div><h3>${name}</h3>${scatterChart({
      label: `${name} of ${formatCount(points.length, 'trade')} beside their returns.`,
      points: points.map((point) => ({
        x: point[of],
        y: point.return,
        gain: point.return >= 0,
        title: `#${point.index + 1}, ${point.side}: ${formatPercent(point[of], { decimals: 2 })}, returned ${formatPercent(point.return, { decimals: 2, signed: true })}`,
      })),
      xName: name,
      yName: 'Return',
      words: percentTick,
    })}</div>`;
  return card(
    'Excursions of the trades',
    markup`<div class="half">${chart('Adverse excursion (MAE)', 'mae')}${chart('Favourable excursion (MFE)', 'mfe')}</div><p class="note">Filled: gains. Hollow: losses.</p>`,
  );
}

/** What was paid, by kind and side. */
export function costs({ sheet }: ReportInput): Markup {
  const { currency } = sheet.facts;
  const money = (value: number | null): string => (value === null ? '' : formatMoney(value, currency));
  const rows = sheet.costs.map(({ name, all, long, short }): TableCell[] => [
    name,
    money(all),
    money(long),
    money(short),
  ]);
  const received = sheet.costs.some(({ all }) => all < 0);
  return card(
    'Costs by kind',
    markup`${table(['Kind', 'All', 'Long', 'Short'], rows)}${received && markup`<p class="note">Below zero: received.</p>`}`,
  );
}

/** What became of the orders, and why. */
export function orderEnds({ sheet }: ReportInput): Markup | null {
  if (sheet.orderEnds.length === 0) return null;
  const daily = sheet.orderEnds.every(({ lastTime }) => lastTime % DAY_MS === 0);
  const rows = sheet.orderEnds.map(({ status, words, count, lastTime }): TableCell[] => [
    STATUS_WORDS[status],
    { text: words, look: 'text' },
    formatInteger(count),
    dateOf(lastTime, daily),
  ]);
  return card('What became of the orders', table(['State', 'Why', 'Orders', 'Last'], rows));
}

/** The trades one by one, folded. */
export function tradeList({ trades, sheet }: ReportInput): Markup | null {
  if (trades.length === 0) return null;
  const { currency } = sheet.facts;
  const daily = trades.every(({ entryTime }) => entryTime % DAY_MS === 0);
  const shown = trades.slice(-MOST_ROWS);
  const first = trades.length - shown.length;
  const rows = shown.map((trade, i) => tradeRow(trade, first + i + 1, currency, daily));
  const heads = ['#', 'Side', 'Quantity', 'Entry', 'Price', 'Exit', 'Price', 'Profit', 'Return', 'Why out'];
  const cut =
    first > 0 &&
    `The last ${formatInteger(MOST_ROWS)} of ${formatInteger(trades.length)} trades; the export has all.`;
  return markup`<section class="long"><details><summary>${formatCount(trades.length, 'trade')}, one by one</summary>${table(heads, rows)}${cut}</details></section>
`;
}

function tradeRow(trade: Trade, number: number, currency: string, daily: boolean): TableCell[] {
  const open = Number.isNaN(trade.exitBar);
  return [
    formatInteger(number),
    trade.side,
    formatFigure(trade.quantity, 'units', currency),
    dateOf(trade.entryTime, daily),
    formatNumber(trade.entryPrice),
    open ? 'still open' : dateOf(trade.exitTime, daily),
    open ? '' : formatNumber(trade.exitPrice),
    signed(trade.pnl, 'money', currency),
    signed(trade.return, 'fraction', currency),
    { text: open ? '' : trade.exitReason || trade.exitKind.replaceAll('_', ' '), look: 'text' },
  ];
}
