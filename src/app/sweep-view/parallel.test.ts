import { describe, expect, it } from 'vitest';
import { axisValue, axisX, axisY, PARALLEL, steppedValue, withEnd } from './parallel';
import type { TrialField } from './trial-field';

const fast: TrialField = {
  id: 'fast',
  label: 'fast',
  kind: 'parameter',
  low: 5,
  high: 60,
  steps: 11,
  read: () => 5,
  write: String,
};

describe('parallel axes', () => {
  it('stand evenly between the edges', () => {
    expect([0, 1, 2].map((k) => axisX(k, 3, 600))).toEqual([PARALLEL.side, 300, 600 - PARALLEL.side]);
    expect(axisX(0, 1, 600)).toBe(300);
  });

  it('have the greatest value on top, and unknown ones below', () => {
    expect([axisY(fast, 60, 100), axisY(fast, 5, 100)]).toEqual([0, 100]);
    expect(axisY(fast, NaN, 100)).toBe(110);
    expect(axisY({ low: 1, high: 1 }, 1, 100)).toBe(50);
  });

  it('go by steps: of a parameter its values', () => {
    expect(axisValue(fast, 0, 100)).toBe(60);
    expect(axisValue(fast, 50, 110)).toBe(35);
    expect(axisValue(fast, 500, 100)).toBe(5);
    expect(steppedValue(fast, 20, 1)).toBe(25);
    expect(steppedValue(fast, 60, 5)).toBe(60);
    expect(steppedValue(fast, 5, -1)).toBe(5);
  });

  it('keep the ends of a range apart', () => {
    expect(withEnd({ low: 10, high: 20 }, 'low', 30)).toEqual({ low: 20, high: 20 });
    expect(withEnd({ low: 10, high: 20 }, 'high', 5)).toEqual({ low: 10, high: 10 });
  });
});
