import { expect, it } from 'vitest';
import type { Palette } from '../chart/palette';
import { linePicture, toneColour, type LineScene, type NamedLine } from './line-picture';

const palette = {
  t1: '#111111',
  bench: '#222222',
  dn: '#333333',
  series: ['#a00000', '#b00000'],
} as unknown as Palette;

const line = (name: string, values: readonly number[], tone: NamedLine['tone'] = 'own'): NamedLine => ({
  name,
  values: Float64Array.from(values),
  tone,
});

const scene = (lines: readonly NamedLine[], rest: Partial<LineScene> = {}): LineScene => ({
  count: 4,
  lines,
  width: 400,
  height: 200,
  axisWidth: 50,
  log: false,
  ticks: [],
  palette,
  write: String,
  ...rest,
});

it('fits all lines and the base line on one scale', () => {
  const { scale } = linePicture(scene([line('a', [1, 2, NaN, 4]), line('b', [3, 6, 5, 2])], { baseline: 0 }));
  expect(scale.min).toBeLessThan(0);
  expect(scale.max).toBeGreaterThan(6);
  expect(scale.toY(0)).toBeCloseTo(192, 9);
  expect(scale.toY(6)).toBeCloseTo(8, 9);
});

it('takes a log scale only where all values are above zero', () => {
  expect(linePicture(scene([line('a', [1, 10, 100, 50])], { log: true })).scale.log).toBe(true);
  expect(linePicture(scene([line('a', [1, 10, -1, 50])], { log: true })).scale.log).toBe(false);
});

it('writes ticks that have room only', () => {
  const { picture, scale } = linePicture(scene([line('a', [1, 2, 3, 4])]));
  expect(picture.gridY.length).toBeGreaterThan(2);
  for (const tick of picture.gridY) {
    expect(scale.toY(tick)).toBeGreaterThan(7);
    expect(scale.toY(tick)).toBeLessThan(193);
  }
});

it('names lines at their last known value and moves names apart', () => {
  const { ends } = linePicture(
    scene([line('a', [1, 2, 3, 3]), line('b', [1, 2, 3, NaN]), line('c', [0, 0, 0, 0])]),
  );
  expect(ends.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(Math.abs((ends[0]?.y ?? 0) - (ends[1]?.y ?? 0))).toBeGreaterThanOrEqual(14);
  const many = Array.from({ length: 20 }, (_, k) => line(`line ${k}`, [k, k, k, k]));
  expect(linePicture(scene(many)).ends).toEqual([]);
});

it('shows nothing but an empty scale for lines without values', () => {
  const { picture, ends } = linePicture(scene([line('a', [NaN, NaN, NaN, NaN])]));
  expect(ends).toEqual([]);
  expect(picture.lines).toHaveLength(1);
});

it('gives each tone its colour; series repeat', () => {
  expect([toneColour(palette, 'own'), toneColour(palette, 'bench'), toneColour(palette, 'loss')]).toEqual([
    '#111111',
    '#222222',
    '#333333',
  ]);
  expect(toneColour(palette, 2)).toBe('#a00000');
});
