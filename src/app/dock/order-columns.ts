import type { DatasetManifest } from '../../core/dataset';
import type { OrderRecord } from '../../core/order';
import type { TableColumn } from '../components/table';
import { formatInteger, formatTime } from '../format';
import { formatPrice } from '../price';
import { lastReason, REASON_WORDS, STATUS_WORDS, TYPE_WORDS } from './order-words';

type Column = TableColumn<OrderRecord>;

/**
 * Columns of the order list.
 *
 * @param decimals  of the prices of its instrument
 */
export function orderColumns(dataset: DatasetManifest, decimals: number): readonly Column[] {
  const { zone } = dataset.instrument;
  const asked = (order: OrderRecord): string => formatTime(askedAt(order), zone, dataset.interval);
  return [
    { ...figure('id', '#', 3, (o) => o.id, String), label: 'Number', tone: () => 'muted' },
    { ...words('asked', 'Asked', 6.5, asked), sortKey: askedAt },
    words('side', 'Order', 7, (o) => `${o.side === 'buy' ? 'Buy' : 'Sell'}, ${TYPE_WORDS[o.type]}`),
    figure('units', 'Units', 4, (o) => o.quantity, formatInteger),
    figure(
      'price',
      'Level',
      5.5,
      (o) => o.price,
      (x) => (Number.isNaN(x) ? 'market' : formatPrice(x, decimals)),
    ),
    { ...words('status', 'Status', 6, (o) => STATUS_WORDS[o.status]), tone: statusTone },
    words('why', 'Why', 18, (o) => REASON_WORDS[lastReason(o)]),
  ];
}

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
  write: (value: number) => string,
): Column => ({ id, header, width, align: 'right', text: (order) => write(value(order)), sortKey: value });
