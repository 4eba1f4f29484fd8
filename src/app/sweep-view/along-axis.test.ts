import { expect, it } from 'vitest';
import { sweepOutcome } from '../../../tests/support/sweep-outcome';
import { alongAxis, mediansAlong } from './along-axis';
import { indexOfSetting, placesOf } from './places';

const outcome = sweepOutcome(
  [
    { name: 'fast', values: [5, 10] },
    { name: 'slow', values: [40, 50, 60] },
  ],
  [0.1, 0.2, 0.9, null, 0.4, 0.5],
);

const { sharpe } = outcome.trials.figures;

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

it('has the median over the others for each value', () => {
  expect([...mediansAlong(outcome, 0, sharpe)]).toEqual([0.2, 0.45]);
  expect(mediansAlong(outcome, 1, sharpe)[0]).toBe(0.1);
  expect(
    mediansAlong(
      outcome,
      1,
      sharpe.map(() => NaN),
    ),
  ).toEqual(Float64Array.of(NaN, NaN, NaN));
});
