import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnseen, visibleParts, visibleText } from './visible-controls';

const UNSEEN = [
  ['right-to-left override', '\u202e', 'U+202E'],
  ['left-to-right isolate', '\u2066', 'U+2066'],
  ['pop directional isolate', '\u2069', 'U+2069'],
  ['right-to-left mark', '\u200f', 'U+200F'],
  ['Arabic letter mark', '\u061c', 'U+061C'],
  ['zero-width space', '\u200b', 'U+200B'],
  ['zero-width joiner', '\u200d', 'U+200D'],
  ['byte order mark', '\ufeff', 'U+FEFF'],
  ['soft hyphen', '\u00ad', 'U+00AD'],
  ['null', '\0', 'U+0000'],
  ['escape', '\u001b', 'U+001B'],
  ['carriage return', '\r', 'U+000D'],
  ['line separator', '\u2028', 'U+2028'],
  ['Hangul filler', '\u3164', 'U+3164'],
  ['variation selector', '\ufe0f', 'U+FE0F'],
  ['tag letter', '\u{e0061}', 'U+E0061'],
  ['lone surrogate', '\ud800', 'U+D800'],
] as const;

describe('visibleParts', () => {
  it.each(UNSEEN)('shows a %s', (_, character, name) => {
    expect(visibleParts(`a${character}b`)).toEqual([
      { text: 'a', unseen: false },
      { text: name, unseen: true },
      { text: 'b', unseen: false },
    ]);
    expect(visibleText(`a${character}b`)).toBe(`a\u27e8${name}\u27e9b`);
    expect(hasUnseen(character)).toBe(true);
  });

  it('leaves code, line feeds, tabs and other languages as they are', () => {
    const text = 'if (x) {\n\tbuy() // الذهب 金 ✓ é\n}';
    expect(visibleParts(text)).toEqual([{ text, unseen: false }]);
    expect(hasUnseen(text)).toBe(false);
  });

  it('has no parts for an empty text', () => {
    expect(visibleParts('')).toEqual([]);
  });

  it('lets no unseen character through and loses nothing else', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '😀', ...UNSEEN.map(([, character]) => character));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const parts = visibleParts(text);
        expect(parts.every((part) => !hasUnseen(part.text))).toBe(true);
        const seen = parts.filter((part) => !part.unseen).map((part) => part.text);
        expect(seen.join('')).toBe([...text].filter((c) => !hasUnseen(c)).join(''));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

it('writes a title on one line', () => {
  expect(visibleText('Golden\ncross\u202e')).toBe('Golden cross\u27e8U+202E\u27e9');
});
