import type { Fill, OrderRecord, Trade } from '../../core/order';
import type { RecordTable } from './record-table';

/** What the tables of a run are made from. */
export interface RunRecords {
  readonly trades: readonly Trade[];
  readonly orders: readonly OrderRecord[];
  readonly fills: readonly Fill[];
}

/**
 * Trades, orders, the steps of their lives, and fills of a run as tables for export.
 *
 * @param instruments  names of the instruments where a run has several: then the tables say which one
 */
export const runTables = (
  { trades, orders, fills }: RunRecords,
  instruments: readonly string[] | null = null,
): readonly RecordTable[] => [
  withInstrument(tradesTable(trades), trades, instruments),
  withInstrument(ordersTable(orders), orders, instruments),
  eventsTable(orders),
  withInstrument(fillsTable(fills), fills, instruments),
];

function withInstrument(
  table: RecordTable,
  records: readonly { readonly market: number }[],
  instruments: readonly string[] | null,
): RecordTable {
  if (!instruments) return table;
  const values = records.map(({ market }) => instruments[market] ?? '');
  return { ...table, columns: [{ name: 'instrument', kind: 'text', values }, ...table.columns] };
}

const tradesTable = (trades: readonly Trade[]): RecordTable => ({
  name: 'trades',
  columns: [
    { name: 'market', kind: 'number', values: trades.map((t) => t.market) },
    { name: 'side', kind: 'text', values: trades.map((t) => t.side) },
    { name: 'quantity', kind: 'number', values: trades.map((t) => t.quantity) },
    { name: 'entryTime', kind: 'time', values: trades.map((t) => t.entryTime) },
    { name: 'exitTime', kind: 'time', values: trades.map((t) => t.exitTime) },
    { name: 'entryBar', kind: 'number', values: trades.map((t) => t.entryBar) },
    { name: 'exitBar', kind: 'number', values: trades.map((t) => t.exitBar) },
    { name: 'entryPrice', kind: 'number', values: trades.map((t) => t.entryPrice) },
    { name: 'exitPrice', kind: 'number', values: trades.map((t) => t.exitPrice) },
    { name: 'grossPnl', kind: 'number', values: trades.map((t) => t.grossPnl) },
    { name: 'costs', kind: 'number', values: trades.map((t) => t.costs) },
    { name: 'pnl', kind: 'number', values: trades.map((t) => t.pnl) },
    { name: 'return', kind: 'number', values: trades.map((t) => t.return) },
    { name: 'mae', kind: 'number', values: trades.map((t) => t.mae) },
    { name: 'mfe', kind: 'number', values: trades.map((t) => t.mfe) },
    { name: 'stop', kind: 'number', values: trades.map((t) => t.stop) },
    { name: 'target', kind: 'number', values: trades.map((t) => t.target) },
    { name: 'entryReason', kind: 'text', values: trades.map((t) => t.entryReason) },
    { name: 'exitReason', kind: 'text', values: trades.map((t) => t.exitReason) },
    {
      name: 'exitKind',
      kind: 'text',
      values: trades.map((t) => (Number.isNaN(t.exitBar) ? null : t.exitKind)),
    },
    { name: 'tag', kind: 'text', values: trades.map((t) => t.tag) },
    { name: 'ambiguous', kind: 'flag', values: trades.map((t) => t.ambiguous) },
  ],
});

const ordersTable = (orders: readonly OrderRecord[]): RecordTable => ({
  name: 'orders',
  columns: [
    { name: 'id', kind: 'text', values: orders.map((o) => String(o.id)) },
    {
      name: 'parent',
      kind: 'text',
      values: orders.map((o) => (o.parent === null ? null : String(o.parent))),
    },
    { name: 'market', kind: 'number', values: orders.map((o) => o.market) },
    { name: 'side', kind: 'text', values: orders.map((o) => o.side) },
    { name: 'type', kind: 'text', values: orders.map((o) => o.type) },
    { name: 'quantity', kind: 'number', values: orders.map((o) => o.quantity) },
    { name: 'filled', kind: 'number', values: orders.map((o) => o.filled) },
    { name: 'price', kind: 'number', values: orders.map((o) => o.price) },
    { name: 'limit', kind: 'number', values: orders.map((o) => o.limit) },
    { name: 'timeInForce', kind: 'text', values: orders.map((o) => o.timeInForce) },
    { name: 'status', kind: 'text', values: orders.map((o) => o.status) },
    { name: 'placedTime', kind: 'time', values: orders.map((o) => o.events[0]?.time ?? null) },
    { name: 'endedTime', kind: 'time', values: orders.map((o) => o.events.at(-1)?.time ?? null) },
    { name: 'lastReason', kind: 'text', values: orders.map((o) => o.events.at(-1)?.reason ?? null) },
    { name: 'reason', kind: 'text', values: orders.map((o) => o.reason) },
    { name: 'tag', kind: 'text', values: orders.map((o) => o.tag) },
  ],
});

function eventsTable(orders: readonly OrderRecord[]): RecordTable {
  const steps = orders.flatMap((order) => order.events.map((event) => ({ order, event })));
  return {
    name: 'order-events',
    columns: [
      { name: 'order', kind: 'text', values: steps.map(({ order }) => String(order.id)) },
      { name: 'time', kind: 'time', values: steps.map(({ event }) => event.time) },
      { name: 'bar', kind: 'number', values: steps.map(({ event }) => event.bar) },
      { name: 'status', kind: 'text', values: steps.map(({ event }) => event.status) },
      { name: 'reason', kind: 'text', values: steps.map(({ event }) => event.reason) },
    ],
  };
}

const fillsTable = (fills: readonly Fill[]): RecordTable => ({
  name: 'fills',
  columns: [
    { name: 'order', kind: 'text', values: fills.map((f) => String(f.order)) },
    { name: 'time', kind: 'time', values: fills.map((f) => f.time) },
    { name: 'bar', kind: 'number', values: fills.map((f) => f.bar) },
    { name: 'market', kind: 'number', values: fills.map((f) => f.market) },
    { name: 'side', kind: 'text', values: fills.map((f) => f.side) },
    { name: 'effect', kind: 'text', values: fills.map((f) => f.effect) },
    { name: 'quantity', kind: 'number', values: fills.map((f) => f.quantity) },
    { name: 'price', kind: 'number', values: fills.map((f) => f.price) },
    { name: 'fee', kind: 'number', values: fills.map((f) => f.fee) },
    { name: 'slippage', kind: 'number', values: fills.map((f) => f.slippage) },
    { name: 'rate', kind: 'number', values: fills.map((f) => f.rate) },
    { name: 'liquidity', kind: 'text', values: fills.map((f) => f.liquidity) },
    { name: 'reason', kind: 'text', values: fills.map((f) => f.reason) },
  ],
});
