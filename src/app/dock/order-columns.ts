import type { DatasetManifest } from '../../core/dataset';
import type { OrderRecord } from '../../core/order';
import type { TableColumn } from '../components/table';
import { formatInteger, formatNumber, formatTime } from '../format';
import { lastReason, REASON_WORDS, STATUS_WORDS, TYPE_WORDS } from './order-words';

/** Columns of the order list. */
export function orderColumns(dataset: DatasetManifest): readonly TableColumn<OrderRecord>[] {
  const when = (order: OrderRecord): number => order.events[0]?.time ?? NaN;
  const right = { align: 'right' } as const;
  return [
    {
      id: 'id',
      header: '#',
      label: 'Number',
      ...right,
      width: 3,
      text: (o) => `${o.id}`,
      sortKey: (o) => o.id,
      tone: () => 'muted',
    },
    {
      id: 'asked',
      header: 'Asked',
      width: 6.5,
      text: (o) => formatTime(when(o), dataset.instrument.zone, dataset.interval),
      sortKey: when,
    },
    {
      id: 'side',
      header: 'Order',
      width: 7,
      text: (o) => `${o.side === 'buy' ? 'Buy' : 'Sell'}, ${TYPE_WORDS[o.type]}`,
      sortKey: (o) => `${o.side} ${o.type}`,
    },
    {
      id: 'units',
      header: 'Units',
      ...right,
      width: 4,
      text: (o) => formatInteger(o.quantity),
      sortKey: (o) => o.quantity,
    },
    {
      id: 'price',
      header: 'Level',
      ...right,
      width: 5.5,
      text: (o) => (Number.isNaN(o.price) ? 'market' : formatNumber(o.price)),
      sortKey: (o) => o.price,
    },
    {
      id: 'status',
      header: 'Status',
      width: 6,
      text: (o) => STATUS_WORDS[o.status],
      sortKey: (o) => STATUS_WORDS[o.status],
      tone: (o) => (o.status === 'rejected' ? 'caution' : ''),
    },
    {
      id: 'why',
      header: 'Why',
      width: 18,
      text: (o) => REASON_WORDS[lastReason(o)],
      sortKey: (o) => REASON_WORDS[lastReason(o)],
    },
  ];
}
