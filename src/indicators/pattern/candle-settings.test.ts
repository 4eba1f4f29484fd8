import { describe, expect, it } from 'vitest';
import cases from '../../../tests/golden/candle-settings.json';
import { talibInputs } from '../../../tests/support/talib-golden';
import { batch } from '../batch';
import { findIndicator } from '../catalogue';
import { plainVariant, variantOf } from '../variant';
import { PATTERNS } from './all';
import { cdldoji } from './cdldoji';
import type { CandleSettings } from './candle-settings';
import { changedCandleSettings, plainChange, type CandleSettingsChange } from './candle-settings-change';

type Steps = readonly (readonly [row: number, value: number])[];

interface Golden {
  readonly settings: Partial<CandleSettings>;
  readonly patterns: Readonly<
    Record<string, { readonly begin: number; readonly values: Readonly<Record<string, Steps>> }>
  >;
}

/** What TA-Lib gives under the settings of a case: rows of NaN, then the values. */
function expected(begin: number, steps: Steps, rows: number): Float64Array {
  const column = new Float64Array(rows).fill(NaN, 0, begin);
  for (const [row, value] of steps) column.fill(value, begin + row);
  return column;
}

describe.each(cases as unknown as readonly Golden[])(
  'candle settings of case %#',
  ({ settings, patterns }) => {
    it('are known for every pattern', () => {
      expect(Object.keys(patterns).toSorted()).toEqual(PATTERNS.map(({ name }) => name).toSorted());
    });

    it.each(PATTERNS)('give the values of TA-Lib: $name', (pattern) => {
      const { begin, values } = patterns[pattern.name]!;
      const changed = pattern.withSettings(changedCandleSettings(settings));
      const params = pattern.params.map((param) => param.default);
      expect(changed.lookback(params)).toBe(begin);
      expect(Object.keys(values).length).toBeGreaterThan(0);
      for (const [series, steps] of Object.entries(values)) {
        const inputs = talibInputs(pattern, series);
        expect(batch(changed, inputs, params)[0]).toEqual(expected(begin, steps, inputs[0]!.length));
      }
    });
  },
);

describe('a change', () => {
  it('leaves what it does not name as TA-Lib has it', () => {
    const { bodyDoji, near } = changedCandleSettings({ bodyDoji: { factor: 0.3 } });
    expect(bodyDoji).toEqual({ range: 'highLow', period: 10, factor: 0.3 });
    expect(near).toEqual({ range: 'highLow', period: 5, factor: 0.2 });
  });

  it('is written in one way, and not at all where nothing changes', () => {
    const change: CandleSettingsChange = { near: { factor: 1 }, bodyDoji: { period: 10 }, far: {} };
    expect(plainChange(change, ['bodyDoji', 'near', 'far'])).toEqual({
      near: { range: 'highLow', period: 5, factor: 1 },
    });
    expect(plainChange(change, ['bodyDoji'])).toBeNull();
  });

  it('is part of a variant only of patterns that use the word', () => {
    const variant = { candleSettings: { near: { factor: 1 } } };
    expect(plainVariant(cdldoji, variant)).toBeUndefined();
    expect(plainVariant(findIndicator('cdlhammer')!, variant)).toBeDefined();
    expect(plainVariant(findIndicator('ema')!, variant)).toBeUndefined();
    expect(variantOf(findIndicator('ema')!, variant)).toBe(findIndicator('ema'));
  });
});
