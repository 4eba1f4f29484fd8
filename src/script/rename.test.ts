import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { rename, renameTarget, type Renaming } from './rename';

const SCRIPT = `strategy('x', { fee: percent(0.1) })
const fast = param('fast', 20, { min: 5, max: 60 })
const quick = sma(close, fast)
if (close > quick) {
  const level = close - atr(14)
  buy({ size: units(1), stop: level })
}
plot(quick)
`;

/** Renames the name at the first place of `text`. */
function renamed(source: string, text: string, next: string): string {
  const target = renameTarget(source, source.indexOf(text));
  if (!target) return 'nothing to rename';
  const result: Renaming = rename(source, target, next);
  if ('problem' in result) return result.problem;
  return result.changes.reduceRight(
    (whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to),
    source,
  );
}

describe('rename', () => {
  it('changes every place of a const and nothing else', () => {
    expect(renamed(SCRIPT, 'quick', 'average')).toBe(SCRIPT.replaceAll('quick', 'average'));
  });

  it('takes the parameter of the same name along, from the const and from its text', () => {
    const expected = SCRIPT.replaceAll('fast', 'swift');
    expect(renamed(SCRIPT, 'fast = ', 'swift')).toBe(expected);
    expect(renamed(SCRIPT, "fast', 20", 'swift')).toBe(expected);
    expect(renameTarget(SCRIPT, SCRIPT.indexOf('fast'))?.isParameter).toBe(true);
  });

  it('leaves a parameter of another name alone', () => {
    const source = SCRIPT.replace('const fast', 'const n').replace('close, fast', 'close, n');
    expect(renamed(source, 'n = param', 'count')).toBe(
      source.replace('const n', 'const count').replace('close, n', 'close, count'),
    );
    expect(renamed(source, "fast', 20", 'swift')).toBe(source.replace("'fast'", "'swift'"));
  });

  it('keeps what a script means', () => {
    const before = compile(SCRIPT).plan;
    expect(before).not.toBeNull();
    for (const source of [renamed(SCRIPT, 'quick', 'a'), renamed(SCRIPT, 'level', 'quick2')]) {
      expect(source).not.toBe(SCRIPT);
      expect(compile(source).plan?.nodes).toEqual(before?.nodes);
    }
  });

  it.each([
    ['quick', '2nd', 'A name begins with a letter and holds letters, digits, _ and $.'],
    ['quick', 'sma', 'sma is a word of the language.'],
    ['quick', 'if', 'if is a word of the language.'],
    ['quick', 'fast', 'fast means something else on line 3.'],
    ['fast', 'größe', 'A parameter has a name of at most 40 letters, digits and _, with a letter first.'],
  ])('refuses to call %s %s', (text, next, problem) => {
    expect(renamed(SCRIPT, text, next)).toBe(problem);
  });

  it('refuses a name that an inner one would hide, and one that would hide an inner use', () => {
    const source = 'const a = 1\nif (true) {\n  const b = 2\n  plot(a)\n  plot(b)\n}\n';
    expect(renamed(source, 'a = 1', 'b')).toBe('b means something else on line 4.');
    expect(renamed(source, 'b = 2', 'a')).toBe('a means something else on line 4.');
  });

  it('takes a free name of the script into account', () => {
    const source = 'const a = 1\nplot(a)\nplot(unknown)\n';
    expect(renamed(source, 'a = 1', 'unknown')).toBe('unknown means something else on line 3.');
  });

  it('renames a function, and an argument in its function alone', () => {
    const source = 'function mid(a, b) { return (a + b) / 2 }\nconst a = mid(1, 2)\nplot(a)\n';
    expect(renamed(source, 'mid', 'middle')).toBe(source.replaceAll('mid', 'middle'));
    expect(renamed(source, 'a, b', 'first')).toBe(
      source.replace('mid(a, b) { return (a', 'mid(first, b) { return (first'),
    );
  });

  it('refuses the name of another parameter', () => {
    const source = "const a = param('a', 1, { min: 1, max: 2 })\nplot(param('b', 1, { min: 1, max: 2 }) + a)";
    expect(renamed(source, 'a = ', 'b')).toBe('There is a parameter called b.');
  });

  it.each(['close', "'x'", 'sma', '20'])('finds nothing to rename at %s', (text) => {
    expect(renameTarget(SCRIPT, SCRIPT.indexOf(text) + 1)).toBeNull();
  });
});
