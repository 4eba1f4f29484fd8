import type { Bars } from '../../../core/bars';
import type { Column } from '../../../core/column';
import type { DatasetDraft } from '../datasets';

const MINUTE_MS = 60_000;

/** `rows` bars a minute apart, values told by their row and `seed`; one extra column. */
export function makeBars(rows: number, first = 0, seed = 1): Bars {
  const column = (value: (i: number) => number): Column =>
    Float64Array.from({ length: rows }, (_, i) => value(first + i));
  return {
    time: column((i) => 1_600_000_000_000 + i * MINUTE_MS),
    open: column((i) => 100 + ((i * 7 + seed) % 13)),
    high: column((i) => 120 + ((i * 5 + seed) % 11)),
    low: column((i) => 80 + ((i * 3 + seed) % 7)),
    close: column((i) => 100 + ((i * 11 + seed) % 17) / 3),
    volume: column((i) => (i * seed) % 1000),
    extra: { adjclose: column((i) => 100 + ((i * 11 + seed) % 17) / 3) },
  };
}

/** What a stored dataset is besides its bars. */
export const DRAFT: DatasetDraft = {
  name: 'Test',
  instrument: { name: 'Test', currency: 'USD', zone: 'UTC', barsPerYear: 365 },
  interval: '1m',
  source: { kind: 'file', name: 'test.csv', license: null, bytes: 1 },
  report: {
    rowsRead: 0,
    rowsKept: 0,
    rowsRejected: 0,
    rejected: [],
    columns: [],
    notes: [{ code: 'large_moves', level: 'info', count: 2, title: 'Large', detail: 'Two.', rows: [1, 5] }],
  },
};
