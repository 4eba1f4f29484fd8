import { expect, it } from 'vitest';
import { alignBenchmark } from './align-benchmark';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const column = (...values: number[]): Float64Array<ArrayBuffer> => Float64Array.from(values);
const days = (...of: number[]): Float64Array<ArrayBuffer> => Float64Array.from(of, (d) => d * DAY);

it('takes the close of the same bar, and the last one known where there is none', () => {
  const { equity, before, after } = alignBenchmark(
    days(0, 1, 2, 3, 4),
    days(0, 1, 3, 4),
    column(10, 11, 13, 14),
  );
  expect([...equity]).toEqual([10, 11, 11, 13, 14]);
  expect([before, after]).toEqual([0, 0]);
});

it('never knows a daily close during its day', () => {
  const time = Float64Array.from({ length: 48 }, (_, hour) => hour * HOUR);
  const { equity, before } = alignBenchmark(time, days(-1, 0, 1), column(9, 10, 11));
  expect([equity[0], equity[22], equity[23], equity[46], equity[47]]).toEqual([9, 9, 10, 10, 11]);
  expect(before).toBe(0);
  const late = alignBenchmark(time, days(0, 1), column(10, 11));
  expect([late.before, late.equity[0]]).toEqual([23, 10]);
});

it('does not move before its first close and counts the bars after its last', () => {
  const { equity, before, after } = alignBenchmark(days(0, 1, 2, 3, 4, 5), days(2, 3), column(5, 6));
  expect([...equity]).toEqual([5, 5, 5, 6, 6, 6]);
  expect([before, after]).toEqual([2, 1]);
});

it('passes over closes that are no prices', () => {
  const { equity } = alignBenchmark(days(0, 1, 2, 3), days(0, 1, 2, 3), column(10, NaN, 0, 13));
  expect([...equity]).toEqual([10, 10, 10, 13]);
});

it.each([
  [days(0, 1, 2), days(10, 11, 12), column(1, 2, 3)],
  [days(10, 11, 12), days(0, 1, 2), column(1, 2, 3)],
  [days(0, 1), days(0, 1), column(NaN, -1)],
])('refuses a benchmark that lies elsewhere in time (%#)', (time, benchmarkTime, close) => {
  expect(() => alignBenchmark(time, benchmarkTime, close)).toThrow(
    expect.objectContaining({ code: 'benchmark_apart' }),
  );
});
