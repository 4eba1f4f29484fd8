import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../strategies/built-in';
import { STRATEGY_KINDS } from '../../strategies/built-in-strategy';
import { findExamples, neighbour } from './find-examples';

const ids = (search: string): readonly string[] =>
  findExamples(BUILT_IN, search).flatMap(({ examples }) => examples.map(({ id }) => id));

describe('findExamples', () => {
  it('shows all by kind when nothing is searched', () => {
    expect(findExamples(BUILT_IN, ' ').map(({ kind }) => kind)).toEqual(STRATEGY_KINDS);
    expect(ids('').toSorted()).toEqual(BUILT_IN.map(({ id }) => id).toSorted());
  });

  it('finds by name, kind, words of the sentences and words of the script', () => {
    expect(ids('Opening Range')).toEqual(['opening-range']);
    expect(ids('pyramiding')).toContain('pyramid');
    expect(ids('calm nervous')).toEqual(expect.arrayContaining(['regime-filter', 'volatility-target']));
    expect(ids('ols_zscore')).toEqual(['pair-spread']);
  });

  it('finds nothing where a word occurs nowhere', () => {
    expect(ids('pair zebra')).toEqual([]);
  });
});

describe('neighbour', () => {
  const groups = findExamples(BUILT_IN, 'stop');
  const found = groups.flatMap(({ examples }) => examples.map(({ id }) => id));

  it('goes over the kinds and stays at the ends', () => {
    expect(found.slice(0, -1).map((id) => neighbour(groups, id, 1))).toEqual(found.slice(1));
    expect(found.slice(1).map((id) => neighbour(groups, id, -1))).toEqual(found.slice(0, -1));
    expect(neighbour(groups, found[0] ?? '', -1)).toBe(found[0]);
    expect(neighbour(groups, found.at(-1) ?? '', 1)).toBe(found.at(-1));
  });
});
