import { expect, it } from 'vitest';
import type { RunSeries } from '../core/run';
import { instrumentView } from './instrument-view';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const seriesAt = (time: readonly number[]): RunSeries => {
  const rows = Float64Array.from(time, (_, i) => i);
  return { time: Float64Array.from(time), equity: rows, cash: rows, exposure: rows, drawdown: rows };
};

const viewAt = (bars: readonly number[], rows: readonly number[]): readonly number[] =>
  Array.from(
    instrumentView(
      Float64Array.from(bars),
      seriesAt(rows),
      Float64Array.from(rows, (_, i) => i),
    ).equity,
  );

it('takes the row of the same instant where calendars meet', () => {
  expect(viewAt([0, 2 * DAY, 3 * DAY], [0, DAY, 2 * DAY, 3 * DAY])).toEqual([0, 2, 3]);
});

it('takes what the account was worth at the close of a longer bar', () => {
  const hours = Array.from({ length: 48 }, (_, i) => i * HOUR);
  expect(viewAt([0, DAY], hours)).toEqual([23, 47]);
});

it('does not reach over a weekend into the next week', () => {
  expect(viewAt([0, DAY, 4 * DAY], [0, DAY, 2 * DAY, 3 * DAY, 4 * DAY])).toEqual([0, 1, 4]);
});

it('has nothing before the account began', () => {
  expect(viewAt([0, DAY, 2 * DAY], [2 * DAY])).toEqual([NaN, NaN, 0]);
});
