import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetId } from './nominal';
import { aliasOf, datasetsOf, holdsTerm, isAlias, withoutDataset, type RunSet } from './run-set';

const id = (text: string): DatasetId => text as DatasetId;

describe('aliasOf', () => {
  it.each([
    ['S&P 500', 'SP_500'],
    ['EURUSD', 'EURUSD'],
    ['prices-2020', 'prices_2020'],
    ['6E', 'D6E'],
    ['株価', 'DATA'],
  ])('of %s is %s', (name, alias) => expect(aliasOf(name, [])).toBe(alias));

  it('numbers what is taken', () => {
    expect(aliasOf('SPX', ['SPX'])).toBe('SPX_2');
    expect(aliasOf('SPX', ['SPX', 'SPX_2'])).toBe('SPX_3');
  });

  it('is an alias that is not taken, whatever the name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 8 }), (names) => {
        const aliases = names.reduce<string[]>((taken, name) => [...taken, aliasOf(name, taken)], []);
        expect(aliases.filter((alias) => !isAlias(alias))).toEqual([]);
        expect(new Set(aliases).size).toBe(names.length);
      }),
      { seed: 1 },
    );
  });
});

it.each(['', '1A', 'a b', 'ä', 'A.B', 'A'.repeat(41)])('%j is no alias', (text) =>
  expect(isAlias(text)).toBe(false),
);

it('knows which values a term can have', () => {
  expect(holdsTerm('tickSize', 0)).toBe(true);
  expect(holdsTerm('lotSize', 0)).toBe(false);
  expect(holdsTerm('multiplier', Infinity)).toBe(false);
  expect(holdsTerm('minNotional', NaN)).toBe(false);
});

describe('a set of datasets', () => {
  const set: RunSet = {
    members: [
      { alias: 'A', dataset: id('a') },
      { alias: 'B', dataset: id('b') },
      { alias: 'C', dataset: id('c') },
    ],
    rates: { EUR: id('fx'), GBP: 1.2, CHF: id('a') },
  };

  it('reads those of its members and of its rates, each once', () => {
    expect(datasetsOf(set)).toEqual(['a', 'b', 'c', 'fx']);
  });

  it('loses a dataset wherever it stands, and ends below two', () => {
    const less = withoutDataset(set, id('a'));
    expect(less?.members.map(({ alias }) => alias)).toEqual(['B', 'C']);
    expect(less?.rates).toEqual({ EUR: 'fx', GBP: 1.2 });
    expect(less && withoutDataset(less, id('b'))).toBeNull();
  });
});
