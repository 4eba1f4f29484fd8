import { describe, expect, it } from 'vitest';
import { conditionFormula, numberFormula } from './formula';

const FIGURES = ['sharpe', 'cagr', 'maxDrawdown', 'trades'];

describe('a formula', () => {
  it('reads the names that it uses, in the order in which they were offered', () => {
    const ratio = numberFormula('maxDrawdown * 2 + cagr / 4', FIGURES);
    expect(ratio.names).toEqual(['cagr', 'maxDrawdown']);
    expect(ratio.evaluate([0.4, 0.25])).toBe(0.6);
    expect(ratio.evaluate([1, 1])).toBe(2.25);
  });

  it('gives NaN where a name has no value, and what the language gives elsewhere', () => {
    const formula = numberFormula('sharpe - 1', FIGURES);
    expect(formula.evaluate([NaN])).toBeNaN();
    expect(numberFormula('nz(sharpe)', FIGURES).evaluate([NaN])).toBe(0);
    expect(numberFormula('min(sharpe, cagr)', FIGURES).evaluate([3, 2])).toBe(2);
  });

  it('is a condition where one is wanted', () => {
    const rule = conditionFormula('fast < slow && slow - fast >= 5', ['fast', 'slow']);
    expect([rule.evaluate([5, 10]), rule.evaluate([6, 10]), rule.evaluate([10, 5])]).toEqual([1, 0, 0]);
  });

  it.each([
    ['', 'empty'],
    ['sharp', 'unknown name'],
    ['sharpe +', 'half'],
    ['close', 'a price'],
    ['sma(close, 3)', 'a column'],
    ['sharpe)\nplot(cagr', 'two statements'],
    ['sharpe)\nbuy({ size: units(1) })\nplot(cagr', 'an order'],
    ['position.size', 'the account'],
    ['sharpe > 1', 'a condition in place of a number'],
    [`${'sharpe + '.repeat(100)}1`, 'too long'],
  ])('refuses %j: %s', (text) => {
    expect(() => numberFormula(text, FIGURES)).toThrow(expect.objectContaining({ code: 'formula_invalid' }));
  });

  it('refuses a number where a condition is wanted', () => {
    expect(() => conditionFormula('fast - slow', ['fast', 'slow'])).toThrow(
      expect.objectContaining({ code: 'formula_invalid' }),
    );
  });
});
