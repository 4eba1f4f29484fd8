import { describe, expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import { fingerprint } from '../../core/fingerprint';
import { importCsv } from '../import/import-csv';
import { textSource } from '../import/source';
import { barsCsv, tableCsv } from './csv';

describe('table as CSV', () => {
  it('quotes as RFC 4180 says', () => {
    expect(
      tableCsv(
        ['a', 'b'],
        [
          ['x,y', 'say "no"'],
          ['two\nlines', 1.5],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""no"""\r\n"two\nlines",1.5\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('neutralises the formula %j', (text) => {
    const [, row = ''] = tableCsv(['a'], [[text]]).split('\r\n', 2);
    expect(row.replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves numbers alone, and empty where there is none', () => {
    expect(tableCsv(['a', 'b', 'c'], [[-1.5, NaN, null]])).toBe('a,b,c\r\n-1.5,,\r\n');
  });
});

describe('bars as CSV', () => {
  it('reads back to the same bytes', async () => {
    const bars: Bars = {
      time: Float64Array.of(946_857_600_000, 946_944_000_123),
      open: Float64Array.of(0.1 + 0.2, 1e-7),
      high: Float64Array.of(1 / 3, 1e21),
      low: Float64Array.of(0.2, 1e-8),
      close: Float64Array.of(0.25, 2.5e-8),
      volume: Float64Array.of(0, 9_007_199_254_740_991),
      extra: { adjclose: Float64Array.of(0.24, 3) },
    };
    const { bars: again } = await importCsv(textSource('bars.csv', barsCsv(bars)));
    expect(fingerprint(again)).toBe(fingerprint(bars));
  });
});
