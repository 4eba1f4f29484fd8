import { expect, it } from 'vitest';
import { nearestName } from './nearest';

const NAMES = ['sma', 'ema', 'rsi', 'atr', 'bbands', 'crossover', 'crossunder', 'percentOfEquity'];

it.each([
  ['atrr', 'atr'],
  ['smaa', 'sma'],
  ['SMA', 'sma'],
  ['crosover', 'crossover'],
  ['corssover', 'crossover'],
  ['percentofequity', 'percentOfEquity'],
  ['bbadns', 'bbands'],
])('%s probably meant %s', (name, expected) => {
  expect(nearestName(name, NAMES)).toBe(expected);
});

it.each(['x', 'supertrend', '', 'vwap'])('nothing is near %j', (name) => {
  expect(nearestName(name, NAMES)).toBeNull();
});
