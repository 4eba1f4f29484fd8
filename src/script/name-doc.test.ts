import { describe, expect, it } from 'vitest';
import { nameDoc, optionsOf, symbolDoc } from './name-doc';
import { LANGUAGE_NAMES } from './names';
import { parser } from './strategy.grammar';
import { symbolsOf } from './symbols';

describe('nameDoc', () => {
  it('tells arguments with their ranges and defaults, outputs and the warm-up of an indicator', () => {
    const doc = nameDoc('bbands');
    expect(doc).toMatchObject({ kind: 'indicator', title: 'Bollinger Bands' });
    expect(doc?.arguments[0]).toEqual({ name: 'real', words: 'number of each bar' });
    expect(doc?.arguments[1]).toEqual({
      name: 'timePeriod',
      words: 'whole number, 2 to 100,000; 5 when left out',
    });
    expect(doc?.outputs.map(({ name }) => name)).toEqual(['upper', 'middle', 'lower']);
    expect(doc?.notes).toContain('The first value comes after 4 bars with its defaults.');
  });

  it('says which prices an indicator reads by itself', () => {
    expect(nameDoc('atr')?.notes[0]).toBe('Reads high, low and close of the bars by itself.');
  });

  it('tells the options of orders, and counts the settings that it leaves out', () => {
    expect(nameDoc('buy')?.options.map(({ name }) => name)).toContain('target');
    expect(nameDoc('strategy')?.options).toHaveLength(4);
    expect(nameDoc('strategy')?.notes[0]).toMatch(/^And \d+ settings more/);
  });

  it.each(LANGUAGE_NAMES.map(({ name }) => name))(
    'has a signature, a sentence and words for all parts of %s',
    (name) => {
      const doc = nameDoc(name);
      expect(doc?.signature).not.toBe('');
      expect(doc?.summary).toMatch(/\.$/);
      expect(doc?.arguments.filter(({ words }) => words === '')).toEqual([]);
      expect(doc?.options.filter(({ words }) => !words.endsWith('.'))).toEqual([]);
    },
  );

  it('knows no other names', () => {
    expect(nameDoc('nothing')).toBeNull();
    expect(nameDoc('toString')).toBeNull();
    expect(optionsOf('toString')).toEqual([]);
  });
});

describe('symbolDoc', () => {
  it('takes the comment above a declaration for its meaning', () => {
    const source = '// The slow line,\n// by closes.\nconst slow = sma(close, 100)\nconst bare = 1\n';
    const [slow, bare] = symbolsOf(parser.parse(source), source).declared;
    expect(slow && symbolDoc(slow, source)).toMatchObject({
      signature: 'const slow = sma(close, 100)',
      summary: 'The slow line, by closes.',
      notes: ['Declared on line 3.'],
    });
    expect(bare && symbolDoc(bare, source).summary).toBe('Declared on line 4.');
  });
});
