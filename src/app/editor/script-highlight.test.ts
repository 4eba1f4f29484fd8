import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlightLines } from './script-highlight';

const kindsOf = (source: string): [string, string][] =>
  highlightLines(source)
    .flat()
    .filter((span) => span.text.trim() !== '')
    .map((span) => [span.text.trim(), span.kind]);

it('knows keywords, numbers, strings, functions and comments', () => {
  const kinds = new Map(kindsOf("const fast = param('fast', 20) // speed\nif (true) exit()"));
  expect(kinds.get('const')).toBe('keyword');
  expect(kinds.get('param')).toBe('function');
  expect(kinds.get("'fast'")).toBe('string');
  expect(kinds.get('20')).toBe('number');
  expect(kinds.get('// speed')).toBe('comment');
  expect(kinds.get('if')).toBe('keyword');
  expect(kinds.get('true')).toBe('keyword');
  expect(kinds.get('exit')).toBe('function');
});

it('leaves plain names and option names without a colour', () => {
  const kinds = kindsOf('plot(quick, close)\nbuy({ size: quick })');
  expect(kinds.filter(([text]) => /quick|close|size/.test(text)).every(([, kind]) => kind === '')).toBe(true);
});

it('loses no character of any text', () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    '\n',
    '/*',
    '*/',
    '//',
    'const ',
    'sma(',
    ')',
    '20',
    '{',
    '\u202e',
    '$',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const source = pieces.join('');
      const joined = highlightLines(source).map((line) => line.map((span) => span.text).join(''));
      expect(joined.join('\n')).toBe(source);
    }),
    { seed: 1, numRuns: 300 },
  );
});
