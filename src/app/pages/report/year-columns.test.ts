import { expect, it } from 'vitest';
import { spreadColumns, yearColumns } from './year-columns';

it('stands each year beside the benchmark', () => {
  const [year] = yearColumns([{ year: 2019, run: 0.01, benchmark: 0.289, drawdown: 0.085 }], 'Holding');
  expect(year).toMatchObject({ label: '2019', value: 0.01, beside: 0.289 });
  expect(year?.words).toBe(
    '2019: +1.0\u202f%, Holding +28.9\u202f%, deepest fall within the year −8.5\u202f%.',
  );
});

it('leaves the benchmark out where there is none', () => {
  const [year] = yearColumns([{ year: 2019, run: 0.01, benchmark: null, drawdown: 0 }], null);
  expect(year?.words).toBe('2019: +1.0\u202f%, deepest fall within the year 0.0\u202f%.');
});

it('names the classes of a histogram by their edges', () => {
  const columns = spreadColumns(
    {
      period: 'month',
      edges: [-0.02, 0, 0.02],
      counts: [1, 4],
      benchmarkCounts: [2, 3],
      mean: 0.01,
      median: 0.01,
      deviation: 0.01,
    },
    'Holding',
  );
  expect(columns.map(({ label, value, beside }) => [label, value, beside])).toEqual([
    ['−2\u202f%', 1, 2],
    ['0\u202f%', 4, 3],
  ]);
  expect(columns[0]?.words).toBe('−2.0\u202f% to 0.0\u202f%: 1 month, Holding 2.');
});
