import { describe, expect, it } from 'vitest';
import { entry } from './studies.fixture';
import { paramText, rangeWords, readParam, stepOf, stepParam } from './param-text';

const param = (indicator: string, name: string) => {
  const found = entry(indicator).params.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no parameter ${name}`);
  return found;
};
const period = param('rsi', 'timePeriod');
const deviations = param('bbands', 'nbDevUp');
const acceleration = param('sar', 'acceleration');
const limit = param('mama', 'fastLimit');

describe('reading a number of a study', () => {
  it('takes whole numbers within the range', () => {
    expect(readParam(period, ' 20 ')).toEqual({ value: 20 });
    expect(readParam(period, '1,000')).toEqual({ value: 1000 });
    expect(readParam(deviations, '\u22122.5')).toEqual({ value: -2.5 });
  });

  it.each([
    ['1', '2 to 100,000 only'],
    ['100001', '2 to 100,000 only'],
    ['2.5', 'Whole numbers only: 2 to 100,000'],
    ['', 'A number is needed: 2 to 100,000'],
    ['abc', 'A number is needed: 2 to 100,000'],
    ['Infinity', 'A number is needed: 2 to 100,000'],
  ])('refuses %j: %s', (text, problem) => {
    expect(readParam(period, text)).toEqual({ problem });
  });

  it('says ranges without bounds in words', () => {
    expect(rangeWords(deviations)).toBe('Any number');
    expect(rangeWords(acceleration)).toBe('0 or more');
    expect(readParam(acceleration, '-1')).toEqual({ problem: '0 or more only' });
  });
});

describe('stepping a number of a study', () => {
  it('goes by one, or by a round part of the range', () => {
    expect(stepOf(period)).toBe(1);
    expect(stepOf(limit)).toBeCloseTo(0.001, 12);
    expect(stepOf(deviations)).toBeCloseTo(0.1, 12);
    expect(stepOf(acceleration)).toBeCloseTo(0.001, 12);
  });

  it('stays within the range and free of rounding noise', () => {
    expect(stepParam(period, 14, -10)).toBe(4);
    expect(stepParam(period, 5, -10)).toBe(2);
    expect(stepParam(deviations, 2, 3)).toBe(2.3);
    expect(stepParam(limit, 0.985, 10)).toBe(0.99);
  });
});

it('writes values plainly', () => {
  expect([20, 0.02, -1.5].map(paramText)).toEqual(['20', '0.02', '-1.5']);
});
