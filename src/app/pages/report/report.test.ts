import { expect, it } from 'vitest';
import type { BacktestOutcome } from '../../../research/outcome';
import { monthTone } from './month-tone';
import { rangeRows } from './range-rows';

it('grades months and years from the greatest loss to the greatest gain', () => {
  expect([-0.1, -0.03, -0.01, -0.001, 0, 0.001, 0.01, 0.05, 0.2].map((x) => monthTone(x, 'month'))).toEqual([
    'd1',
    'd3',
    'd4',
    'd5',
    'd5',
    'd5',
    'd6',
    'd8',
    'd9',
  ]);
  expect([monthTone(0.05, 'year'), monthTone(-0.25, 'year')]).toEqual(['d7', 'd1']);
});

it('places estimates between the ends of their rows, and leaves out what has no range', () => {
  const outcome = {
    metrics: { cagr: 0.017, sharpe: 0.26, averageTrade: null },
    holding: { metrics: { cagr: 0.034 } },
    ranges: { gap: { low: -0.091, high: 0.055 }, sharpe: { low: -0.14, high: 0.67 }, averageTrade: null },
  } as unknown as BacktestOutcome;
  const rows = rangeRows(outcome);
  expect(rows.map((row) => row.label)).toEqual(['Gap to holding, points a year', 'Sharpe, yearly']);
  for (const row of rows) {
    for (const place of [row.low, row.high, row.dot, row.zero]) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(1);
    }
    expect(row.low).toBeLessThan(row.dot);
    expect(row.dot).toBeLessThan(row.high);
  }
});
