import { expect, it } from 'vitest';
import { wordAt } from './word-at';

const TEXT = 'const quick = sma(close, 20)\nplot(quick)';

it.each([
  [6, 'quick'],
  [8, 'quick'],
  [11, 'quick'],
  [14, 'sma'],
  [TEXT.length - 1, 'quick'],
])('finds the name at %i', (at, word) => {
  const found = wordAt(TEXT, at);
  expect(found?.word).toBe(word);
  expect(TEXT.slice(found?.from, found?.to)).toBe(word);
});

it.each([13, 26, TEXT.length])('finds no name at %i', (at) => {
  expect(wordAt(TEXT, at)).toBeNull();
});
