import { expect, it } from 'vitest';
import { sortedOrder, toTsv, type TableColumn } from './table';

interface Row {
  readonly name: string;
  readonly value: number;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', width: 4, text: (row) => row.name, sortKey: (row) => row.name },
  {
    id: 'value',
    header: 'at',
    label: 'Price',
    width: 4,
    text: (row) => `${row.value}`,
    sortKey: (row) => row.value,
  },
  { id: 'note', header: 'Note', width: 4, text: () => 'a\tb' },
];
const rows: readonly Row[] = [
  { name: 'b', value: 2 },
  { name: 'a', value: NaN },
  { name: 'c', value: 1 },
  { name: 'd', value: 2 },
];

it('keeps the given order without a sort, and for columns that cannot be sorted', () => {
  expect([...sortedOrder(rows, columns, null)]).toEqual([0, 1, 2, 3]);
  expect([...sortedOrder(rows, columns, { column: 'note', descending: true })]).toEqual([0, 1, 2, 3]);
});

it('sorts both ways, ties in order, NaN last', () => {
  expect([...sortedOrder(rows, columns, { column: 'value', descending: false })]).toEqual([2, 0, 3, 1]);
  expect([...sortedOrder(rows, columns, { column: 'value', descending: true })]).toEqual([0, 3, 2, 1]);
  expect([...sortedOrder(rows, columns, { column: 'name', descending: true })]).toEqual([3, 2, 0, 1]);
});

it('copies full column names and cells without stray tabs', () => {
  expect(toTsv(columns, rows.slice(0, 1))).toBe('Name\tPrice\tNote\nb\t2\ta b');
});

it('copies the whole figure where the cell shows a part of it', () => {
  const short: TableColumn<Row> = {
    id: 'value',
    header: 'Price',
    width: 4,
    text: (row) => row.value.toFixed(1),
    copy: (row) => String(row.value),
  };
  expect(toTsv([short], [{ name: 'a', value: 1 / 3 }])).toBe('Price\n0.3333333333333333');
});

it('copies a part of a very long table and says so', () => {
  const numbers = Uint32Array.from({ length: 100_002 }, (_, row) => row);
  const plain: TableColumn<number> = { id: 'n', header: 'N', width: 4, text: (row) => `${row}` };
  const lines = toTsv([plain], numbers).split('\n');
  expect(lines).toHaveLength(100_002);
  expect(lines.at(-1)).toBe('2 more rows are left out; Export has all of them.');
});
