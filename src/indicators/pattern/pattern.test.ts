import { describe, expect, it } from 'vitest';
import { TALIB_FACTS, talibCases } from '../../../tests/support/talib-golden';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import { PATTERNS } from './all';
import { CANDLE_SETTING_NAMES, DEFAULT_CANDLE_SETTINGS, type CandleSettings } from './candle-settings';
import { changedCandleSettings } from './candle-settings-change';
import { cdldoji } from './cdldoji';
import { cdlengulfing } from './cdlengulfing';
import { cdlhammer } from './cdlhammer';
import { cdlhikkake } from './cdlhikkake';

type Bar = readonly [open: number, high: number, low: number, close: number];

const columns = (bars: readonly Bar[]): Column[] =>
  [0, 1, 2, 3].map((k) => Float64Array.from(bars, (bar) => bar[k]!));
const repeat = (bar: Bar, count: number): Bar[] => Array.from({ length: count }, () => bar);

const PLAIN: Bar = [10, 12, 9, 11];
const DOJI: Bar = [10, 12, 8, 10];
/** Flat lines of one price: no bar of them is inside another. */
const LINE: Bar = [10, 10, 10, 10];
/** A bar, one inside it, and one that breaks out below. */
const FALSE_BREAK: readonly Bar[] = [
  [10, 14, 6, 10],
  [10, 12, 8, 10],
  [9, 11, 7, 9],
];

/** The values that a bullish and a bearish form give, by pattern: what TA-Lib's own outputs hold. */
const valuesOf = (name: string): number[] => {
  const found = talibCases(name).flatMap(({ values }) => [...values[0]!]);
  return [...new Set(found)].filter((value) => value !== 0).sort((a, b) => a - b);
};

describe('patterns', () => {
  it('are those of TA-Lib', () => {
    const known = [...TALIB_FACTS].filter(([, facts]) => facts.group === 'Pattern Recognition');
    expect(PATTERNS.map(({ name }) => name)).toEqual(known.map(([name]) => name));
    expect(PATTERNS.length).toBe(61);
  });

  it.each(PATTERNS)(
    '$name has the lookback of TA-Lib and golden values with a pattern',
    ({ name, lookback }) => {
      expect(lookback([])).toBe(TALIB_FACTS.get(name)?.lookback);
      expect(valuesOf(name).length).toBeGreaterThan(0);
    },
  );
});

describe('values', () => {
  it('finds a doji after ten bars', () => {
    const [value] = batch(cdldoji, columns([...repeat(PLAIN, 10), DOJI, PLAIN]), []);
    expect([...value!.subarray(10)]).toEqual([100, 0]);
  });

  it('gives 80 to an engulfing that shares an end', () => {
    const black: Bar = [11, 12, 9, 10];
    const [whole, shared] = [9.5, 10].map(
      (open) => batch(cdlengulfing, columns([PLAIN, black, [open, 13, 9, 12]]), [])[0]![2],
    );
    expect([whole, shared]).toEqual([100, 80]);
  });

  /** Ever wider bars with these closes: none is inside another. */
  const widening = (...closes: number[]): Bar[] => closes.map((close, k) => [9, 15 + k, 5 - k, close]);

  it('confirms a hikkake within three bars, once', () => {
    const valuesAfter = (...closes: number[]): number[] => {
      const bars = [...repeat(LINE, 5), ...FALSE_BREAK, ...widening(...closes)];
      return [...batch(cdlhikkake, columns(bars), [])[0]!.subarray(7)];
    };
    expect(valuesAfter(9, 13, 14)).toEqual([100, 0, 200, 0]);
    expect(valuesAfter(9, 9, 13)).toEqual([100, 0, 0, 200]);
    expect(valuesAfter(9, 9, 9, 13)).toEqual([100, 0, 0, 0, 0]);
  });

  it('confirms a hikkake that came in the last bars of the warm-up', () => {
    const sixth = (...closes: number[]): number =>
      batch(cdlhikkake, columns([LINE, ...FALSE_BREAK, ...widening(...closes)]), [])[0]![5]!;
    expect(sixth(9, 13)).toBe(200);
    expect(sixth(13, 13)).toBe(0);
  });

  it.each([NaN, Infinity, -1e301])('starts the warm-up anew after a bar with %s', (odd) => {
    const bars = [...repeat(PLAIN, 12), [10, 12, odd, 11] as const, ...repeat(PLAIN, 10), DOJI];
    const [value] = batch(cdldoji, columns(bars), []);
    expect([...value!.subarray(11)]).toEqual([0, ...Array<number>(11).fill(NaN), 100]);
  });
});

describe('candle settings', () => {
  const withDoji = (period: number, factor: number): CandleSettings => ({
    ...DEFAULT_CANDLE_SETTINGS,
    bodyDoji: { range: 'highLow', period, factor },
  });

  it('change what a word means', () => {
    const bars = columns(repeat([10, 14, 10, 11], 12));
    expect(batch(cdldoji, bars, [])[0]![11]).toBe(0);
    expect(batch(cdldoji.withSettings(withDoji(10, 0.25)), bars, [])[0]![11]).toBe(100);
  });

  it('change the lookback', () => {
    expect([0, 3, 25].map((period) => cdldoji.withSettings(withDoji(period, 0.1)).lookback([]))).toEqual([
      0, 3, 25,
    ]);
    expect(cdlhammer.withSettings(withDoji(25, 0.1)).lookback([])).toBe(11);
  });

  it('measure the bar itself with period 0', () => {
    const own = cdldoji.withSettings(withDoji(0, 0.1));
    expect([...batch(own, columns([DOJI, PLAIN, DOJI]), [])[0]!]).toEqual([100, 0, 100]);
  });

  it.each([
    [-1, 0.1],
    [2.5, 0.1],
    [100_001, 0.1],
    [10, NaN],
  ])('refuse period %s with factor %s', (period, factor) => {
    expect(() => cdldoji.withSettings(withDoji(period, factor))).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });

  it.each(PATTERNS)('of words that $name does not use make no difference to it', (pattern) => {
    const unused = CANDLE_SETTING_NAMES.filter((name) => !pattern.words.includes(name));
    const change = Object.fromEntries(
      unused.map((name, k) => [name, { range: 'shadows', period: 3 + k, factor: 0.37 } as const]),
    );
    const params = pattern.params.map((param) => param.default);
    const bars = columns(wild(400));
    expect(batch(pattern.withSettings(changedCandleSettings(change)), bars, params)).toEqual(
      batch(pattern, bars, params),
    );
  });
});

/** Bars of any shape on a coarse grid, so that patterns abound. */
function wild(count: number): Bar[] {
  let seed = 7;
  const draw = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * (most + 1));
  };
  return Array.from({ length: count }, () => {
    const open = 100 + draw(8);
    const close = 100 + draw(8);
    return [open, Math.max(open, close) + draw(2), Math.min(open, close) - draw(2), close];
  });
}
