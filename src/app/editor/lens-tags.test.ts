import { describe, expect, it } from 'vitest';
import type { SeriesValues } from '../../research/outcome';
import { lensTags, seriesColour } from './lens-tags';

const series = (name: string, line: number, values: number[], kind: 'number' | 'bool' = 'number') =>
  ({
    name,
    line,
    kind,
    pane: 'price',
    values: Float64Array.from(values),
    from: 0,
    to: 0,
    params: [],
  }) satisfies SeriesValues;

const quick = series('quick', 6, [NaN, 2981.354]);
const crossed = series('crossover(quick, steady)', 9, [0, 1], 'bool');

describe('lensTags', () => {
  it('shows numbers with the colour of their plot and conditions as words', () => {
    expect(lensTags([quick, crossed], [series('steady', 7, []), quick], 1, 2)).toEqual([
      { line: 6, name: 'quick', text: '2,981.35', series: 2 },
      { line: 9, name: 'crossover(quick, steady)', text: 'true', series: null },
    ]);
  });

  it('writes a line over the prices as a price, and any other by its size', () => {
    const drawn = series('quick', 6, [1.229_042]);
    const own = { ...series('rsi', 7, [54.321]), pane: 'own' as const };
    expect(lensTags([drawn, own], [], 0, 5).map((tag) => tag.text)).toEqual(['1.22904', '54.32']);
  });

  it('says n/a during warm-up and false where a condition does not hold', () => {
    expect(lensTags([quick, crossed], [], 0, 2).map((tag) => tag.text)).toEqual(['n/a', 'false']);
  });

  it.each([-1, 2])('has no tags at row %i, outside the data', (bar) => {
    expect(lensTags([quick, crossed], [], bar, 2)).toEqual([]);
  });

  it('repeats colours after the sixth plot', () => {
    const plots = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => series(name, 1, []));
    expect(seriesColour(plots, 'g')).toBe(1);
  });
});
