import { describe, expect, it } from 'vitest';
import { conditionMistake, objectiveMistake, rowsWhere } from './trial-formulas';

describe('what is typed for a sweep', () => {
  it('is said to be right or what is wrong with it, with the remedy', () => {
    expect(conditionMistake('fast < slow', ['fast', 'slow'])).toBe(null);
    expect(conditionMistake('fast < slwo', ['fast', 'slow'])).toMatch(
      /'fast < slwo' cannot be used\. .*Write it as/,
    );
    expect(objectiveMistake('cagr / maxDrawdown')).toBe(null);
    expect(objectiveMistake('2 + 2')).toMatch(/reads none of the figures/);
  });
});

describe('rowsWhere', () => {
  const columns = {
    trades: Float64Array.of(5, 40, 31, NaN),
    sharpe: Float64Array.of(1, 0.2, 0.7, 0.9),
  };

  it('gives the rows that hold, ascending; an unknown figure never holds', () => {
    expect([...rowsWhere('trades >= 30 && sharpe > 0.5', columns)]).toEqual([2]);
    expect([...rowsWhere('sharpe > 0', columns)]).toEqual([0, 1, 2, 3]);
    expect([...rowsWhere('trades > 1000', columns)]).toEqual([]);
  });

  it('refuses what is no condition over the columns', () => {
    expect(() => rowsWhere('profit > 1', columns)).toThrow(
      expect.objectContaining({ code: 'formula_invalid' }),
    );
  });
});
