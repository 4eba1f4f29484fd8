import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../core/nominal';
import type { ExportDataset } from './compute-protocol';
import { exportBytes, exportFiles, exportParts, PART_BYTES } from './export-plan';

const request = (columns: number) => ({
  request: { fn: 'sma', inputs: {}, params: {}, unstablePeriod: 0 },
  columns: Array.from({ length: columns }, (_, k) => `c${k}`),
});

const dataset = (rows: number, ...columns: number[]): ExportDataset => ({
  id: 'ds' as DatasetId,
  name: 'ds',
  synthetic: false,
  rows,
  requests: columns.map(request),
});

const sizes = (parts: ReturnType<typeof exportParts>) =>
  parts.map((part) => part.reduce((sum, { columns }) => sum + columns.length, 0));

describe('plan of an export', () => {
  it('puts all columns into one file while they fit', () => {
    expect(sizes(exportParts(dataset(5105, 1, 3, 3)))).toEqual([7]);
    expect(exportParts(dataset(5105))).toEqual([]);
  });

  it('splits where columns and time would be more than the limit', () => {
    const limit = 8 * 100 * 5; // time and four columns of 100 rows
    expect(sizes(exportParts(dataset(100, 1, 3, 1, 2, 1), limit))).toEqual([4, 4]);
    expect(sizes(exportParts(dataset(100, 3, 3, 3), limit))).toEqual([3, 3, 3]);
  });

  it('gives an indicator with more outputs than fit a file of its own', () => {
    expect(sizes(exportParts(dataset(PART_BYTES, 3, 1), PART_BYTES))).toEqual([3, 1]);
  });

  it('knows how many files and bytes come out', () => {
    const both = [dataset(1000, 1, 3), dataset(10, 1)];
    expect(exportFiles(both)).toBe(2);
    expect(exportBytes(both, 'arrow')).toBe(1000 * 5 * 8 + 10 * 2 * 8);
    expect(exportBytes(both, 'csv')).toBe(1000 * (4 * 19 + 25) + 10 * (19 + 25));
  });
});
