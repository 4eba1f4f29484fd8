import { expect, it } from 'vitest';
import { compile } from './compile';
import { format } from './format';
import { snippetText, SNIPPETS } from './snippets';

const HEAD = "strategy('x', { fee: percent(0.1) })\n";

it.each(SNIPPETS.map((snippet) => [snippet.title, snippet] as const))(
  '%s stands in a script without an error, in the standard layout',
  (_, snippet) => {
    const text = snippetText(snippet);
    const source = `${HEAD}${text}\n`;
    const errors = compile(source).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(format(source)).toBe(source);
  },
);

it('has no two of one title, and a sentence for each', () => {
  expect(new Set(SNIPPETS.map(({ title }) => title)).size).toBe(SNIPPETS.length);
  for (const { summary } of SNIPPETS) expect(summary).toMatch(/^[A-Z].*\.$/);
});
