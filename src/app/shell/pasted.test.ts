import { expect, it } from 'vitest';
import { pastedKind } from './pasted';

it.each([
  ['http://localhost:4173/#/s/1.abc', 'link'],
  ['date,close\n2020-01-01,1\n', 'table'],
  ['date\tclose\r\n2020-01-01\t1', 'table'],
  ['date,close', 'other'],
  ['Some words, and more\nwords, no figures', 'other'],
  ['', 'other'],
])('takes %j for a %s', (text, kind) => {
  expect(pastedKind(text)).toBe(kind);
});
