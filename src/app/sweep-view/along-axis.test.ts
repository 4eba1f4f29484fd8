import { expect, it } from 'vitest';
import { sweepOutcome } from '../../../tests/support/sweep-outcome';
import type { SweepCell } from '../../research/outcome';
import { alongAxis, indexOfSetting, placesOf } from './along-axis';

const outcome = sweepOutcome(
  [
    { name: 'fast', values: [5, 10] },
    { name: 'slow', values: [40, 50, 60] },
  ],
  [0.1, 0.2, 0.9, null, 0.4, 0.5],
);

const sharpe = ({ metrics }: SweepCell): number | null => metrics.sharpe;

it('holds the others at the current setting', () => {
  expect(alongAxis(outcome, 'fast', sharpe, [10, 50])).toEqual({
    values: [5, 10],
    metric: [0.2, 0.4],
    kind: 'slice',
  });
  expect(alongAxis(outcome, 'slow', sharpe, [10, 50])?.metric).toEqual([null, 0.4, 0.5]);
});

it('takes the best over the others when the setting is not in the sweep', () => {
  expect(alongAxis(outcome, 'fast', sharpe, [7, 55])).toEqual({
    values: [5, 10],
    metric: [0.9, 0.5],
    kind: 'best',
  });
  expect(alongAxis(outcome, 'slow', sharpe, null)?.metric).toEqual([0.1, 0.4, 0.9]);
  expect(alongAxis(outcome, 'stop', sharpe, null)).toBeNull();
});

it('counts cells in row-major order', () => {
  expect(placesOf(outcome, 5)).toEqual([1, 2]);
  expect(indexOfSetting(outcome, [10, 60])).toBe(5);
  expect(indexOfSetting(outcome, [10, 61])).toBeNull();
});
