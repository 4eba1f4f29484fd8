import type { OrderRecord } from '../../core/order';
import type { TableColumn } from '../components/table';
import { formatInteger, formatNumber, formatTime } from '../format';
import { formatPrice } from '../price';
import type { Priced } from './priced';
import { lastReason, LIFE_WORDS, REASON_WORDS, STATUS_WORDS, TYPE_WORDS } from './order-words';

type Column = TableColumn<OrderRecord>;

/**
 * Columns of the order list; that of the instrument where there are several.
 *
 * @param markets  how prices and times of each instrument are written, in the order of the run's
 */
export function orderColumns(markets: readonly Priced[]): readonly Column[] {
  const of = ({ market }: OrderRecord): Priced | undefined => markets[market];
  const asked = (order: OrderRecord): string => {
    const { zone, interval } = of(order) ?? { zone: 'UTC', interval: 'irregular' };
    return formatTime(askedAt(order), zone, interval);
  };
  return [
    { ...figure('id', '#', 3, (o) => o.id, String), label: 'Number', tone: () => 'muted' },
    { ...words('asked', 'Asked', 6.5, asked), sortKey: askedAt },
    ...(markets.length > 1 ? [words('instrument', 'Instrument', 6, (o) => of(o)?.alias ?? '')] : []),
    words('side', 'Order', 7, orderWords),
    { ...figure('units', 'Units', 4, (o) => o.quantity, unitText), text: unitWords },
    figure(
      'price',
      'Level',
      5.5,
      (o) => o.price,
      (x, o) => (Number.isNaN(x) ? 'market' : formatPrice(x, of(o)?.decimals ?? 2)),
    ),
    { ...words('status', 'Status', 6, (o) => STATUS_WORDS[o.status]), tone: statusTone },
    words('why', 'Why', 18, (o) => REASON_WORDS[lastReason(o)]),
  ];
}

const orderWords = ({ side, type, timeInForce }: OrderRecord): string =>
  [side === 'buy' ? 'Buy' : 'Sell', TYPE_WORDS[type], LIFE_WORDS[timeInForce]].filter(Boolean).join(', ');

/** Whole units without decimals, parts of one with a few. */
const unitText = (units: number): string =>
  Number.isInteger(units) ? formatInteger(units) : formatNumber(units, { decimals: 4 });

/** `64`, or `20 of 64` where a part has filled. */
const unitWords = ({ quantity, filled }: OrderRecord): string =>
  filled > 0 && filled < quantity ? `${unitText(filled)} of ${unitText(quantity)}` : unitText(quantity);

const askedAt = (order: OrderRecord): number => order.events[0]?.time ?? NaN;

const statusTone = (order: OrderRecord): string => (order.status === 'rejected' ? 'caution' : '');

const words = (id: string, header: string, width: number, text: (order: OrderRecord) => string): Column => ({
  id,
  header,
  width,
  text,
  sortKey: text,
});

const figure = (
  id: string,
  header: string,
  width: number,
  value: (order: OrderRecord) => number,
  write: (value: number, order: OrderRecord) => string,
): Column => ({
  id,
  header,
  width,
  align: 'right',
  text: (order) => write(value(order), order),
  sortKey: value,
});
