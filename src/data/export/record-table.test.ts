import { tableFromIPC } from 'apache-arrow';
import { expect, it } from 'vitest';
import { recordArrow, recordCsv, recordObjects, type RecordTable } from './record-table';
import { runTables } from './run-tables';

const table: RecordTable = {
  name: 'things',
  columns: [
    { name: 'time', kind: 'time', values: [0, NaN, 86_400_000] },
    { name: 'price', kind: 'number', values: [1.5, NaN, -Infinity] },
    { name: 'tag', kind: 'text', values: ['a,b', null, '=cmd'] },
    { name: 'flag', kind: 'flag', values: [true, false, true] },
  ],
};

it('writes CSV that no spreadsheet runs', () => {
  expect(recordCsv(table)).toBe(
    'time,price,tag,flag\r\n1970-01-01T00:00:00.000Z,1.5,"a,b",true\r\n,,,false\r\n1970-01-02T00:00:00.000Z,,\'=cmd,true\r\n',
  );
});

it('writes objects with null for what is no number', () => {
  expect(recordObjects(table)).toEqual([
    { time: '1970-01-01T00:00:00.000Z', price: 1.5, tag: 'a,b', flag: true },
    { time: null, price: null, tag: null, flag: false },
    { time: '1970-01-02T00:00:00.000Z', price: null, tag: '=cmd', flag: true },
  ]);
});

it('writes Arrow with nulls', () => {
  const read = tableFromIPC(recordArrow(table));
  expect(read.numRows).toBe(3);
  const values = (name: string): unknown[] => Array.from(read.getChild(name)!);
  expect(values('time').map((t) => (t === null ? null : Number(t)))).toEqual([0, null, 86_400_000]);
  expect(values('price')).toEqual([1.5, null, null]);
  expect(values('tag')).toEqual(['a,b', null, '=cmd']);
  expect(values('flag')).toEqual([true, false, true]);
});

it('writes the tables of a run without records too', () => {
  const empty = runTables({ trades: [], orders: [], fills: [] });
  expect(empty.map(({ name }) => name)).toEqual(['trades', 'orders', 'order-events', 'fills']);
  for (const none of empty) {
    expect(tableFromIPC(recordArrow(none)).numRows).toBe(0);
    expect(recordCsv(none).split('\r\n')).toHaveLength(2);
    expect(recordObjects(none)).toEqual([]);
  }
});
