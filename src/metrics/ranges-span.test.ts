import { expect, it } from 'vitest';
import { DAY_MS } from '../core/time';
import { RANGE_MINIMUM, ranges } from './ranges';

/** Equity that wobbles upwards, one value a bar, over as many days in all. */
function measured(days: number) {
  const rows = 200;
  const equity = Float64Array.from({ length: rows }, (_, i) => 100 + i / 10 + (i % 3));
  const holding = Float64Array.from({ length: rows }, (_, i) => 100 + (i % 5));
  const time = Float64Array.from({ length: rows }, (_, i) => (i * days * DAY_MS) / (rows - 1));
  return ranges(equity, holding, time, [], 252);
}

it('gives no range of yearly growth for less than a quarter of a year, but one of the Sharpe ratio', () => {
  const days = RANGE_MINIMUM.years * 365.25;
  const short = measured(days - 1);
  expect([short.cagr, short.gap]).toEqual([null, null]);
  expect(short.sharpe).not.toBeNull();
  const long = measured(days + 1);
  expect(long.cagr!.low).toBeLessThan(long.cagr!.high);
  expect(long.gap!.low).toBeLessThan(long.gap!.high);
});
