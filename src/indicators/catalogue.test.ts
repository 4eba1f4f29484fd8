import { describe, expect, it } from 'vitest';
import { TALIB_FACTS } from '../../tests/support/talib-golden';
import { findIndicator, INDICATORS } from './catalogue';
import { talibName } from './talib-name';

describe('catalogue', () => {
  it('has all functions of TA-Lib', () => {
    const missing = [...TALIB_FACTS.keys()].filter((name) => findIndicator(name) === undefined);
    expect(TALIB_FACTS.size).toBe(161);
    expect(missing).toEqual([]);
  });

  it('tells the functions of TA-Lib from its own', () => {
    const theirs = INDICATORS.filter((indicator) => talibName(indicator) !== null);
    expect(theirs.map(({ name }) => name).toSorted()).toEqual([...TALIB_FACTS.keys()].toSorted());
    expect(talibName(findIndicator('ht_sine')!)).toBe('HT_SINE');
  });

  it('finds an indicator by its name', () => {
    expect(findIndicator('macd')?.title).toBe('Moving Average Convergence/Divergence');
    expect(findIndicator('MACD')).toBeUndefined();
  });

  it('has every name once', () => {
    expect(new Set(INDICATORS.map(({ name }) => name)).size).toBe(INDICATORS.length);
  });

  it.each(INDICATORS)('describes $name', ({ name, title, summary, inputs, params, outputs }) => {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(title).toMatch(/^[A-Z0-9].*[^.]$/);
    expect(summary).toMatch(/^[A-Z0-9].{8,110}\.$/);
    for (const list of [inputs, params, outputs]) {
      expect(new Set(list.map((entry) => entry.name)).size).toBe(list.length);
      for (const entry of list) expect(entry.name).toMatch(/^[a-z][A-Za-z0-9]*$/);
    }
    for (const { min, max, default: standard } of params) {
      expect(standard >= min && standard <= max).toBe(true);
    }
  });
});
