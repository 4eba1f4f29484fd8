import { expect, it } from 'vitest';
import { METRICS } from '../../../core/metric-info';
import type { Metrics } from '../../../core/metrics';
import { differenceText } from './difference-text';

const text = (key: keyof Metrics, difference: number): string => {
  const info = METRICS.find((metric) => metric.key === key);
  return info ? differenceText(info, difference, 'USD') : '';
};

it('writes differences in the unit of the figure, with a sign', () => {
  expect(text('cagr', 0.017)).toBe('+1.7 points');
  expect(text('sharpe', -0.14)).toBe('−0.14');
  expect(text('maxDrawdownDuration', 120)).toBe('+120 bars');
  expect(text('costs', -1200)).toBe('−$1,200');
  expect(text('trades', 40)).toBe('+40');
});

it('says that a deeper fall is further below zero', () => {
  expect(text('maxDrawdown', 0.05)).toBe('−5.0 points');
});
