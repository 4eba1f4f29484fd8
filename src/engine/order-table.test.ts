import { describe, expect, it } from 'vitest';
import type { OrderId } from '../core/nominal';
import { OrderTable, type TabledOrder } from './order-table';

const ROWS = 200;

const order = (id: number): TabledOrder => ({
  id: id as OrderId,
  parent: id % 3 === 0 ? ((id - 1) as OrderId) : null,
  market: id % 5,
  side: id % 2 === 0 ? 'buy' : 'sell',
  type: id % 3 === 0 ? 'limit' : 'stop_limit',
  quantity: id / 7,
  filled: 0,
  price: 100 + id / 3,
  limit: id % 3 === 0 ? NaN : 99.5,
  timeInForce: id % 2 === 0 ? 'gtc' : 'gtd',
  tag: `tag ${id % 4}`,
  reason: 'over',
  status: 'submitted',
});

/** Numbers with gaps, as repeated refusals leave them. */
const IDS = Array.from({ length: ROWS }, (_, row) => 2 * row + 1 + (row >> 3));

function filled(): OrderTable {
  const table = new OrderTable();
  for (const id of IDS) table.add(order(id));
  return table;
}

describe('the table of orders', () => {
  it('gives back what it was given, found by number', () => {
    const table = filled();
    expect(table.length).toBe(ROWS);
    IDS.forEach((id, row) => {
      expect(table.rowOf(id as OrderId)).toBe(row);
      expect(table.recordAt(row, [])).toEqual({ ...order(id), events: [] });
    });
  });

  it('knows no order of another number', () => {
    const known = new Set(IDS);
    const table = filled();
    const found = Array.from({ length: 600 }, (_, id) => id).filter((id) => table.rowOf(id as OrderId) >= 0);
    expect(found).toEqual([...known].filter((id) => id < 600));
    expect(new OrderTable().rowOf(1 as OrderId)).toBe(-1);
  });

  it('writes what has changed of an order into its row alone', () => {
    const table = filled();
    const changed = {
      ...order(IDS[70]!),
      quantity: 9,
      filled: 4,
      price: 5,
      limit: 6,
      status: 'canceled',
    } as const;
    table.write(changed);
    expect(table.recordAt(70, [])).toEqual({ ...changed, events: [] });
    expect(table.recordAt(69, [])).toEqual({ ...order(IDS[69]!), events: [] });
    expect(table.recordAt(71, [])).toEqual({ ...order(IDS[71]!), events: [] });
  });

  it('closes the gap of an order that is taken out', () => {
    const table = filled();
    table.remove(IDS[100]! as OrderId);
    const left = IDS.filter((_, row) => row !== 100);
    expect(table.length).toBe(left.length);
    left.forEach((id, row) => expect(table.recordAt(row, [])).toEqual({ ...order(id), events: [] }));
  });

  it('goes on from what it saved', () => {
    const table = new OrderTable();
    table.restore(structuredClone(filled().save()));
    table.add(order(1000));
    expect(table.length).toBe(ROWS + 1);
    [...IDS, 1000].forEach((id, row) => {
      expect(table.recordAt(row, [])).toEqual({ ...order(id), events: [] });
    });
  });
});
