import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../indicators/catalogue';
import { byGroup, findIndicators, groupsOf } from './find-indicators';
import { pickerSections } from './picker-sections';
import { CATALOGUE, study } from './studies.fixture';
import { studyTitle } from './study';

const all = [...CATALOGUE.values()];
const names = (search: string): readonly string[] => findIndicators(all, search).map(({ name }) => name);

describe('searching indicators', () => {
  it('puts the exact name first, then names and titles that begin so', () => {
    expect(names('rsi').slice(0, 1)).toEqual(['rsi']);
    expect(names('sma')[0]).toBe('sma');
    expect(names('bollinger')[0]).toBe('bbands');
  });

  it('needs every word, wherever it stands', () => {
    expect(names('exponential double')).toContain('dema');
    expect(names('pattern doji').every((name) => name.startsWith('cdl'))).toBe(true);
    expect(names('volume nosuchword')).toEqual([]);
  });

  it('finds by what the summary says and by the group', () => {
    expect(names('deviation')).toContain('bbands');
    expect(names('cycle')).toContain('ht_dcperiod');
  });

  it('gives the whole catalogue for nothing searched', () => {
    expect(names(' ')).toEqual(INDICATORS.map(({ name }) => name));
  });
});

describe('groups', () => {
  it('hold every indicator once', () => {
    expect(groupsOf(all).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    expect(byGroup(all).flatMap(({ items }) => items)).toHaveLength(all.length);
  });
});

describe('rows of the picker', () => {
  const list = [study('s1', 'rsi', { visible: false })];
  const source = {
    catalogue: all,
    byName: CATALOGUE,
    recent: ['macd', 'gone'],
    list,
    titleOf: (one: (typeof list)[number]) => studyTitle(one, list, CATALOGUE),
  };

  it('begin with the chart and the ones used last', () => {
    const [chart, recent, first] = pickerSections(source, '', '');
    expect(chart).toMatchObject({
      title: 'On the chart',
      items: [{ title: 'RSI 14', detail: 'hidden, settings', study: 's1' }],
    });
    expect(recent?.items.map(({ detail }) => detail)).toEqual(['macd']);
    expect(first?.title).toBe('Overlap');
  });

  it('are the hits of a search, within a group when one is chosen', () => {
    const [hits] = pickerSections(source, 'average', 'momentum');
    expect(hits?.items.every(({ info }) => info.group === 'momentum')).toBe(true);
    expect(pickerSections(source, 'nosuchword', '')).toEqual([]);
    expect(pickerSections(source, '', 'pattern').map(({ title }) => title)).toEqual(['Pattern']);
  });

  it('have keys of their own', () => {
    const keys = pickerSections(source, '', '').flatMap(({ items }) => items.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
