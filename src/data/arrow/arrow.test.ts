import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../core/hash';
import { makeBars } from '../store/testing/sample-data';
import { decodeBars } from './decode';
import { digest } from './digest';
import { encodeBars } from './encode';

const SHAPE = { rows: 9, extraColumns: ['adjclose'] };
const bytes = encodeBars(makeBars(9), { dataset: 'ds-1' });

describe('chunks at rest', () => {
  it('are Arrow streams that Arrow itself can read', () => {
    const table = tableFromIPC(bytes);
    expect(table.schema.fields.map((field) => `${field.name}: ${field.type}`)).toEqual([
      'time: Timestamp<MICROSECOND, UTC>',
      ...['open', 'high', 'low', 'close', 'volume', 'adjclose'].map((name) => `${name}: Float64`),
    ]);
    expect(table.schema.metadata.get('dataset')).toBe('ds-1');
    expect(table.getChild('close')!.toArray()).toEqual(makeBars(9).close);
    expect(table.getChild('time')!.data[0]!.values[1]).toBe(1_600_000_060_000_000n);
  });

  it('decode to the same bars', () => {
    expect(decodeBars(bytes, SHAPE)).toEqual({ bars: makeBars(9) });
    expect(decodeBars(encodeBars(makeBars(0)), { ...SHAPE, rows: 0 })).toEqual({ bars: makeBars(0) });
  });

  it.each([
    ['rows', { ...SHAPE, rows: 8 }, 'it has 9 rows instead of 8'],
    ['columns', { ...SHAPE, extraColumns: [] }, 'it has 7 columns instead of 6'],
    ['names', { ...SHAPE, extraColumns: ['other'] }, 'its columns have other names'],
  ])('are refused with other %s than promised', (_, shape, problem) => {
    expect(decodeBars(bytes, shape)).toEqual({ problem });
  });

  it('are refused cut at any byte, and with bytes added', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(decodeBars(bytes.slice(0, length), SHAPE)).toHaveProperty('problem');
    }
    expect(decodeBars(new Uint8Array([...bytes, 0]), SHAPE)).toHaveProperty('problem');
  });

  it('never throw, hang or grow, whatever bit of their headers is changed', () => {
    const headers = bytes.length - 9 * 8 * 7 - 8;
    for (let bit = 0; bit < 8 * headers; bit++) {
      const changed = bytes.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const decoded = decodeBars(changed, SHAPE);
      const columns = 'bars' in decoded ? [decoded.bars.time, ...Object.values(decoded.bars.extra)] : [];
      expect(columns.every((column) => column.length === 9)).toBe(true);
    }
  });

  it('are hashed the same with and without the platform', async () => {
    expect(await digest(bytes)).toBe(sha256Hex(bytes));
  });
});
