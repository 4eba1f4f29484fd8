import { describe, expect, it } from 'vitest';
import { changedWords, isChanged, meaningOf, meaningWords, rangeOf } from './candle-words';
import { entry } from './studies.fixture';

const { words } = entry('cdlhammer');
const [short] = words;

describe('words of a pattern', () => {
  it('mean what the catalogue says', () => {
    expect(words.map(({ name }) => name)).toEqual(['bodyShort', 'shadowLong', 'shadowVeryShort', 'near']);
    expect(words.map((word) => meaningWords(meaningOf(word, {})))).toEqual([
      '1 × body, mean of 10 bars',
      '1 × body of the bar itself',
      '0.1 × high to low, mean of 10 bars',
      '0.2 × high to low, mean of 5 bars',
    ]);
    expect(entry('ema').words).toEqual([]);
  });

  it('are changed in part, and given in full', () => {
    const changes = { bodyShort: { factor: 0.5 }, near: { period: 5 }, far: { period: 9 } };
    expect(changedWords(words, changes)).toEqual({
      bodyShort: { range: 'realBody', period: 10, factor: 0.5 },
    });
    expect(words.map((word) => isChanged(word, changes))).toEqual([true, false, false, false]);
    expect(changedWords(words, {})).toBeNull();
  });

  it('keep to ranges that there are', () => {
    expect(short && rangeOf('shadows', short)).toBe('shadows');
    expect(short && rangeOf('tail', short)).toBe('realBody');
  });
});
