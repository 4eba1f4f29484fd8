import type { DatasetManifest } from '../../core/dataset';
import type { Trade } from '../../core/order';
import type { TableColumn } from '../components/table';
import { changeClass, currencySymbol, formatInteger, formatPercent, formatTime } from '../format';
import { formatPrice } from '../price';
import { exitWords } from './order-words';

/** A trade with its number. */
export interface TradeRow {
  readonly index: number;
  readonly trade: Trade;
}

type Column = TableColumn<TradeRow>;

/**
 * Columns of the trade list for data of one instrument.
 *
 * @param decimals  of its prices
 */
export function tradeColumns(dataset: DatasetManifest, decimals: number): readonly Column[] {
  const { zone, currency } = dataset.instrument;
  const symbol = currencySymbol(currency).trim();
  const when = (time: number): string => formatTime(time, zone, dataset.interval);
  const price = (value: number): string => formatPrice(value, decimals);
  return [
    {
      ...figure(
        'number',
        '#',
        3,
        (r) => r.index,
        (i) => `${i + 1}`,
      ),
      label: 'Number',
      tone: muted,
    },
    words('side', 'Side, units', 5.5, sideWords),
    {
      ...words('entered', 'Entered', 6.5, (r) => when(r.trade.entryTime)),
      sortKey: (r) => r.trade.entryTime,
    },
    { ...figure('entry-price', 'at', 5.5, (r) => r.trade.entryPrice, price), label: 'Entry price' },
    { ...words('left', 'Left', 6.5, (r) => when(r.trade.exitTime)), sortKey: (r) => r.trade.exitTime },
    { ...figure('exit-price', 'at', 5.5, (r) => r.trade.exitPrice, price), label: 'Exit price' },
    words('because', 'Because of', 9, (r) => exitWords(r.trade)),
    figure('bars', 'Bars', 4, (r) => r.trade.exitBar - r.trade.entryBar, formatInteger),
    change(
      'return',
      'Return, net',
      6,
      (r) => r.trade.return,
      (x) => formatPercent(x, { decimals: 2, signed: true }),
    ),
    change(
      'pnl',
      `P&L, ${symbol}`,
      5.5,
      (r) => r.trade.pnl,
      (x) => formatInteger(x, { signed: true }),
    ),
    { ...figure('costs', `Costs, ${symbol}`, 5, (r) => r.trade.costs, formatInteger), tone: muted },
  ];
}

const muted = (): string => 'muted';

const sideWords = ({ trade }: TradeRow): string =>
  `${trade.side === 'long' ? 'Long' : 'Short'} ${formatInteger(trade.quantity)}`;

type Value = (row: TradeRow) => number;
type Write = (value: number) => string;

const words = (id: string, header: string, width: number, text: (row: TradeRow) => string): Column => ({
  id,
  header,
  width,
  text,
  sortKey: text,
});

const figure = (id: string, header: string, width: number, value: Value, write: Write): Column => ({
  id,
  header,
  width,
  align: 'right',
  text: (row) => write(value(row)),
  sortKey: value,
});

const change = (id: string, header: string, width: number, value: Value, write: Write): Column => ({
  ...figure(id, header, width, value, write),
  tone: (row) => changeClass(value(row)),
});
