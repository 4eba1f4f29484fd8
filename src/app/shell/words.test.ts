import { expect, it } from 'vitest';
import { emphasise, formulaOf, parameterWords } from './words';

const param = (name: string, value: number) => ({
  name,
  default: value,
  min: 0,
  max: 9,
  step: 1,
  kind: 'integer' as const,
  choices: [],
  from: 0,
  to: 0,
});

it('writes parameters in the order of the script, with changed values', () => {
  const params = [param('fast', 20), param('slow', 100)];
  expect(parameterWords(params, { slow: 120, gone: 3 })).toBe('fast 20 · slow 120');
  expect(parameterWords([], {})).toBe('');
});

it('sets apart the first two figures of a sentence', () => {
  const parts = emphasise('Earned 1.7\u202f% a year, holding 3.4\u202f%, worst \u221257\u202f%.');
  expect(parts.filter((part) => part.strong).map((part) => part.text)).toEqual([
    '1.7\u202f% a year',
    '3.4\u202f%',
  ]);
  expect(parts.map((part) => part.text).join('')).toBe(
    'Earned 1.7\u202f% a year, holding 3.4\u202f%, worst \u221257\u202f%.',
  );
});

it('gives a formula with its technical name', () => {
  expect(formulaOf('cagr')).toMatch(/^CAGR: /);
});
