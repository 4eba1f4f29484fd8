import { expect, it } from 'vitest';
import type { OrderReason, OrderRecord, OrderStatus, Side } from '../../core/order';
import type { OrderId } from '../../core/nominal';
import { ALL_ORDERS, filterOrders, orderChoices } from './order-filter';

function order(id: number, side: Side, status: OrderStatus, reason: OrderReason, tag = ''): OrderRecord {
  return {
    id: id as OrderId,
    parent: null,
    market: 0,
    side,
    type: 'market',
    quantity: 1,
    filled: 0,
    price: NaN,
    limit: NaN,
    timeInForce: 'gtc',
    tag,
    reason: '',
    status,
    events: [
      { bar: id, time: id, status: 'submitted', reason: 'signal' },
      { bar: id + 1, time: id + 1, status, reason },
    ],
  };
}

const ORDERS = [
  order(1, 'buy', 'filled', 'filled_at_open', 'trend'),
  order(2, 'buy', 'rejected', 'cash_insufficient'),
  order(3, 'sell', 'filled', 'filled_at_open', 'trend'),
  order(4, 'buy', 'rejected', 'size_below_one_lot'),
];
const ids = (orders: readonly OrderRecord[]): number[] => orders.map(({ id }) => id);

it('lists all orders without a filter, and those that meet every part of one', () => {
  expect(ids(filterOrders(ORDERS, ALL_ORDERS))).toEqual([1, 2, 3, 4]);
  expect(ids(filterOrders(ORDERS, { ...ALL_ORDERS, status: 'rejected' }))).toEqual([2, 4]);
  expect(
    ids(filterOrders(ORDERS, { ...ALL_ORDERS, status: 'rejected', reason: 'cash_insufficient' })),
  ).toEqual([2]);
  expect(ids(filterOrders(ORDERS, { ...ALL_ORDERS, side: 'sell', status: 'rejected' }))).toEqual([]);
});

it('tells the empty tag apart from no filter by tag', () => {
  expect(ids(filterOrders(ORDERS, { ...ALL_ORDERS, tag: '' }))).toEqual([2, 4]);
  expect(ids(filterOrders(ORDERS, { ...ALL_ORDERS, tag: 'trend' }))).toEqual([1, 3]);
});

it('judges an order by its last step', () => {
  expect(filterOrders(ORDERS, { ...ALL_ORDERS, reason: 'signal' })).toEqual([]);
});

it('offers the values that there are, most frequent first', () => {
  const choices = orderChoices([...ORDERS, order(5, 'buy', 'filled', 'filled_at_open')]);
  expect(choices.side).toEqual([
    { value: 'buy', count: 4 },
    { value: 'sell', count: 1 },
  ]);
  expect(choices.reason[0]).toEqual({ value: 'filled_at_open', count: 3 });
  expect(choices.tag.map(({ value }) => value)).toEqual(['', 'trend']);
  expect(orderChoices([]).status).toEqual([]);
});

it('tells and filters the instruments where a run goes over several', () => {
  const several = ORDERS.map((one, k) => ({ ...one, market: k % 3 === 0 ? 0 : 1 }));
  const aliases = ['DAX', 'SPX'];
  expect(orderChoices(several).instrument).toEqual([]);
  expect(orderChoices(several, aliases).instrument).toEqual([
    { value: 'DAX', count: 2 },
    { value: 'SPX', count: 2 },
  ]);
  expect(ids(filterOrders(several, { ...ALL_ORDERS, instrument: 'SPX' }, aliases))).toEqual([2, 3]);
  expect(
    ids(filterOrders(several, { ...ALL_ORDERS, instrument: 'DAX', status: 'rejected' }, aliases)),
  ).toEqual([4]);
});
