import { expect, it } from 'vitest';
import type { SeriesValues } from '../../research/outcome';
import { nameValues, type ValueSource } from './name-values';

const series = (name: string, ...values: readonly number[]): SeriesValues => ({
  name,
  kind: 'number',
  pane: 'price',
  line: 1,
  from: 0,
  to: 1,
  params: [],
  values: Float64Array.from(values),
});
const column = (...values: readonly number[]) => Float64Array.from(values);
const prices = column(1, 2.5);
const quick = series('quick', NaN, 3);

const source: ValueSource = {
  lenses: [quick, series('m.macd', 1, 2), series('m.signal', 1, 3), series('mm', 5, 6)],
  plots: [quick],
  bars: {
    time: column(0, 1),
    open: prices,
    high: prices,
    low: prices,
    close: prices,
    volume: column(7, 8000),
    extra: {},
  },
  bar: 1,
  date: '2020-04-17',
  decimals: 2,
  params: [
    { name: 'fast', kind: 'integer', choices: [], default: 20, min: 1, max: 60, step: 1, from: 0, to: 1 },
  ],
  parameters: {},
};

it('gives a line of the script with its colour', () => {
  expect(nameValues('quick', source)).toEqual([{ name: '', text: '3.00', series: 1, when: 'on 2020-04-17' }]);
  expect(nameValues('quick', { ...source, bar: 0 })[0]?.text).toBe('n/a');
});

it('gives every output of a record, and nothing of a name that only begins alike', () => {
  expect(nameValues('m', source).map(({ name, text }) => [name, text])).toEqual([
    ['macd', '2.00'],
    ['signal', '3.00'],
  ]);
});

it('gives prices as their dataset writes them, and volume whole', () => {
  expect(nameValues('close', source)[0]?.text).toBe('2.50');
  expect(nameValues('volume', source)[0]?.text).toBe('8,000');
});

it('gives a parameter as the slider has it', () => {
  expect(nameValues('fast', source)[0]).toMatchObject({ text: '20', when: 'on its slider' });
  expect(nameValues('fast', { ...source, parameters: { fast: 25 } })[0]?.text).toBe('25');
});

it.each(['other', 'toString', 'constructor'])('gives nothing for %s', (name) => {
  expect(nameValues(name, source)).toEqual([]);
});

it('gives nothing beside the bars', () => {
  expect(nameValues('close', { ...source, bar: -1 })).toEqual([]);
  expect(nameValues('quick', { ...source, bar: 2 })).toEqual([]);
});
