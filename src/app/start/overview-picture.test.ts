import { describe, expect, it } from 'vitest';
import type { QualityNote } from '../../core/dataset';
import { markedPixels, stripsOf, widestGap } from './overview-picture';

const note = (code: QualityNote['code'], level: QualityNote['level'], rows: number[]): QualityNote => ({
  code,
  level,
  count: rows.length,
  title: 'Bars out of order',
  detail: '',
  rows,
});

describe('stripsOf', () => {
  it('shows the cautions that have rows', () => {
    const notes = [
      note('open_repeats_close', 'caution', [1, 2]),
      note('large_moves', 'caution', [7]),
      note('gaps', 'info', [3]),
      note('impossible_prices', 'caution', []),
      note('out_of_order', 'caution', [4]),
    ];
    expect(stripsOf(notes)).toEqual([
      { label: 'open = previous close', rows: [1, 2], tone: 'warn' },
      { label: 'large moves', rows: [7], tone: 'dn' },
      { label: 'bars out of order', rows: [4], tone: 'warn' },
    ]);
  });

  it('shows at most four', () => {
    expect(stripsOf(Array.from({ length: 6 }, () => note('gaps', 'caution', [1])))).toHaveLength(4);
  });
});

it('marks the pixel of each row, the last row inside', () => {
  expect([...markedPixels([0, 9, 10], 5, (row) => row / 2)]).toEqual([1, 0, 0, 0, 1]);
});

describe('widestGap', () => {
  it.each([
    ['101001', 3, 5],
    ['000', 0, 3],
    ['111', 0, 0],
    ['', 0, 0],
    ['100', 1, 3],
  ])('of %s', (pixels, from, to) => {
    expect(widestGap(Uint8Array.from(pixels, Number))).toEqual({ from, to });
  });
});
