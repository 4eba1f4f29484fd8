import type { Trade } from '../../core/order';
import type { TableColumn } from '../components/table';
import { changeClass, currencySymbol, formatInteger, formatPercent, formatTime } from '../format';
import { formatPrice } from '../price';
import { exitWords } from './order-words';
import type { Priced } from './priced';

/** A trade with its number. */
export interface TradeRow {
  readonly index: number;
  readonly trade: Trade;
}

type Column = TableColumn<TradeRow>;

/**
 * Columns of the trade list; that of the instrument where there are several.
 *
 * @param markets   how prices and times of each instrument are written, in the order of the run's
 * @param currency  of the account, ISO 4217
 */
export function tradeColumns(markets: readonly Priced[], currency: string): readonly Column[] {
  const symbol = currencySymbol(currency).trim();
  const of = ({ trade }: TradeRow): Priced | undefined => markets[trade.market];
  const when = (row: TradeRow, time: number): string => {
    const { zone, interval } = of(row) ?? { zone: 'UTC', interval: 'irregular' };
    return formatTime(time, zone, interval);
  };
  const price = (value: number, row: TradeRow): string => formatPrice(value, of(row)?.decimals ?? 2);
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
    ...(markets.length > 1 ? [words('instrument', 'Instrument', 6, (r) => of(r)?.alias ?? '')] : []),
    words('side', 'Side, units', 5.5, sideWords),
    {
      ...words('entered', 'Entered', 6.5, (r) => when(r, r.trade.entryTime)),
      sortKey: (r) => r.trade.entryTime,
    },
    { ...figure('entry-price', 'at', 5.5, (r) => r.trade.entryPrice, price), label: 'Entry price' },
    { ...words('left', 'Left', 6.5, (r) => when(r, r.trade.exitTime)), sortKey: (r) => r.trade.exitTime },
    { ...figure('exit-price', 'at', 5.5, (r) => r.trade.exitPrice, price), label: 'Exit price' },
    words('because', 'Because of', 9, (r) => exitWords(r.trade)),
    figure('bars', 'Bars', 4, (r) => r.trade.exitBar - r.trade.entryBar, whole),
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
    { ...figure('costs', `Costs, ${symbol}`, 5, (r) => r.trade.costs, whole), tone: muted },
  ];
}

const whole = (value: number): string => formatInteger(value);

const muted = (): string => 'muted';

const sideWords = ({ trade }: TradeRow): string =>
  `${trade.side === 'long' ? 'Long' : 'Short'} ${formatInteger(trade.quantity)}`;

type Value = (row: TradeRow) => number;
type Write = (value: number, row: TradeRow) => string;

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
  text: (row) => write(value(row), row),
  sortKey: value,
});

const change = (id: string, header: string, width: number, value: Value, write: Write): Column => ({
  ...figure(id, header, width, value, write),
  tone: (row) => changeClass(value(row)),
});
