import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { parser } from './strategy.grammar';
import { placesAt, symbolAt, symbolsOf, visibleAt } from './symbols';

const SCRIPT = `strategy('x', { fee: percent(0.1) })
const fast = param('fast', 20, { min: 5, max: 60 })
const quick = sma(close, fast)
if (close > quick) {
  const fast = 3
  buy({ size: units(fast), tag: 'fast' })
}
plot(quick)
plot(fast)
`;

const symbols = (source: string) => symbolsOf(parser.parse(source), source);
const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length;

describe('symbolsOf', () => {
  it('finds every place of a name by its scope, and no text or option of that name', () => {
    const found = symbols(SCRIPT).declared.map(({ name, kind, places }) => ({
      name,
      kind,
      lines: places.map(({ from }) => lineOf(SCRIPT, from)),
    }));
    expect(found).toEqual([
      { name: 'fast', kind: 'const', lines: [2, 3, 9] },
      { name: 'quick', kind: 'const', lines: [3, 4, 8] },
      { name: 'fast', kind: 'const', lines: [5, 6] },
    ]);
  });

  it('reads a name before its declaration as another', () => {
    const source = 'plot(later)\nconst later = close';
    expect(symbols(source).declared[0]?.places).toHaveLength(1);
    expect(symbols(source).free.map(({ name }) => name)).toEqual(['plot', 'later', 'close']);
  });

  it('takes the value of a declaration for one of the scope around it', () => {
    const source = 'const a = 1\nif (true) {\n  const a = a + 1\n  plot(a)\n}';
    const [outer, inner] = symbols(source).declared;
    expect(outer?.places.map(({ from }) => lineOf(source, from))).toEqual([1, 3]);
    expect(inner?.places.map(({ from }) => lineOf(source, from))).toEqual([3, 4]);
  });

  it('follows a name that is assigned', () => {
    const source = 'let n = 0\nn = n + 1\nn += 2\nplot(n)';
    const [n] = symbols(source).declared;
    expect(n?.kind).toBe('let');
    expect(n?.places).toHaveLength(5);
  });

  it('knows functions in their whole block, and arguments in their function alone', () => {
    const source = [
      'plot(mid(1, 2))',
      'function mid(a, b) {',
      '  let sum = a + b',
      '  sum += a',
      '  return sum / 2',
      '}',
      'const a = mid(3, 4)',
      'plot(a)',
    ].join('\n');
    const found = symbols(source).declared.map(({ name, kind, places }) => [
      name,
      kind,
      places.map(({ from }) => lineOf(source, from)),
    ]);
    expect(found).toEqual([
      ['mid', 'function', [1, 2, 7]],
      ['a', 'argument', [2, 3, 4]],
      ['b', 'argument', [2, 3]],
      ['sum', 'let', [3, 4, 5]],
      ['a', 'const', [7, 8]],
    ]);
    expect(symbols(source).declared[0]?.arguments).toEqual(['a', 'b']);
  });

  it('passes over what is broken', () => {
    const source = "const quick = sma(close,\nif (quick >\nplot(quick\nconst = 3\nconst 'x' = quick";
    expect(symbols(source).declared.map(({ name }) => name)).toContain('quick');
  });

  it('finds places whose text is the name, in any text', () => {
    const piece = fc.constantFrom(
      'const a = ',
      'a',
      'b',
      '(',
      ')',
      '{',
      '}',
      '\n',
      "'a'",
      ' + ',
      'if (',
      'let b = ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        const seen = new Set<number>();
        for (const { name, places } of symbols(source).declared) {
          for (const { from, to } of places) {
            expect(source.slice(from, to)).toBe(name);
            expect(seen.has(from)).toBe(false);
            seen.add(from);
          }
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('agrees with the checker on what is declared where', () => {
    expect(compile(SCRIPT).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const renamed = symbols(SCRIPT)
      .declared[0]!.places.toReversed()
      .reduce((text, { from, to }) => `${text.slice(0, from)}swift${text.slice(to)}`, SCRIPT);
    expect(compile(renamed).plan?.nodes).toEqual(compile(SCRIPT).plan?.nodes);
  });
});

describe('at a position', () => {
  it('finds the symbol that the caret touches', () => {
    const at = SCRIPT.indexOf('quick)');
    expect(symbolAt(symbols(SCRIPT), at + 5)?.name).toBe('quick');
    expect(symbolAt(symbols(SCRIPT), SCRIPT.indexOf("'fast', 20") + 3)).toBeNull();
  });

  it('lists what can be read: the innermost of each name', () => {
    const inside = SCRIPT.indexOf('buy(');
    const seen = visibleAt(symbols(SCRIPT), inside);
    expect(seen.map(({ name }) => name).toSorted()).toEqual(['fast', 'quick']);
    expect(lineOf(SCRIPT, seen.find(({ name }) => name === 'fast')?.definition.from ?? 0)).toBe(5);
    expect(visibleAt(symbols(SCRIPT), SCRIPT.indexOf('sma')).map(({ name }) => name)).toEqual(['fast']);
  });

  it('finds all places of a name of the language', () => {
    expect(placesAt(symbols(SCRIPT), SCRIPT.indexOf('close,'))).toHaveLength(2);
    expect(placesAt(symbols(SCRIPT), SCRIPT.indexOf("'x'"))).toEqual([]);
  });
});
