import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { textSource } from '../import/source';
import { readTable } from '../table/read-table';
import { arrowFileParts, csvFileParts } from './column-file';

const ROWS = 70_000;
const time: Column = Float64Array.from({ length: ROWS }, (_, i) => 1_600_000_000_000 + 60_000 * i);
const wave: Column = time.map((_, i) => (i < 5 ? NaN : 100 + ((i * 7) % 13) / 3));
const edges: Column = time.map((_, i) => [0.1 + 0.2, -0, Infinity, -Infinity, 5e-324, NaN][i % 6]!);
const columns = [
  { name: 'macd(close, 12, 26, 9).signal', values: wave },
  { name: 'edges', values: edges },
];

describe('Arrow files of columns', () => {
  const batches = [...arrowFileParts(time, columns, { dataset: 'ds' })];
  const parts = batches.flat();
  const table = tableFromIPC(new Uint8Array(Buffer.concat(parts)));

  it('are read back by Arrow, value for value', () => {
    expect(table.numRows).toBe(ROWS);
    expect(table.schema.fields.map((field) => `${field.name}: ${field.type}`)).toEqual([
      'time: Timestamp<MICROSECOND, UTC>',
      'macd(close, 12, 26, 9).signal: Float64',
      'edges: Float64',
    ]);
    expect(table.schema.metadata.get('dataset')).toBe('ds');
    columns.forEach(({ values }, k) => expect(table.getChildAt(k + 1)!.toArray()).toEqual(values));
    expect(table.getChild('time')!.data[0]!.values[1]).toBe(1_600_000_060_000_000n);
  });

  it('are written a batch at a time', () => {
    expect(table.batches.length).toBeGreaterThan(1);
    expect(batches).toHaveLength(table.batches.length + 1);
    for (const batch of batches) {
      expect(batch.reduce((sum, part) => sum + part.byteLength, 0)).toBeLessThan(9 * 2 ** 20);
    }
  });

  it('can hold no rows and no columns', () => {
    const empty = tableFromIPC(Buffer.concat([...arrowFileParts(new Float64Array(), [])].flat()));
    expect(empty.numRows).toBe(0);
    expect(empty.schema.names).toEqual(['time']);
  });
});

describe('CSV files of columns', () => {
  it('lose no bit, whatever the value', async () => {
    const text = [...csvFileParts(time, columns)].join('');
    expect(text.split('\r\n', 2)).toEqual([
      'time,"macd(close, 12, 26, 9).signal",edges',
      '2020-09-13T12:26:40.000Z,,0.30000000000000004',
    ]);
    const table = await readTable(textSource('columns.csv', text));
    expect(table.rows).toBe(ROWS);
    for (const { name, values } of columns) expect(table.columns.get(name)).toEqual(values);
  });
});
