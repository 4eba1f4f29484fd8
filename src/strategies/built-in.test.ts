import { describe, expect, it } from 'vitest';
import { compile } from '../script/compile';
import { format } from '../script/format';
import reference from '../../docs/script.md?raw';
import { BUILT_IN } from './built-in';
import { STRATEGY_KINDS } from './built-in-strategy';

const examples = import.meta.glob<string>('/docs/examples/*.bt.js', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const DATA = { bars: 'any bars', intraday: 'intraday bars', pair: 'two datasets' } as const;

describe('built-in strategies', () => {
  it('are the examples of the documentation', () => {
    const built = BUILT_IN.map(({ id, source }) => [`/docs/examples/${id}.bt.js`, source]);
    expect(Object.fromEntries(built)).toEqual(examples);
  });

  it('open the reference with the first of them', () => {
    expect(reference).toContain(BUILT_IN[0]?.source);
  });

  it('stand in the table of the reference', () => {
    const rows = BUILT_IN.toSorted(
      (a, b) => STRATEGY_KINDS.indexOf(a.kind) - STRATEGY_KINDS.indexOf(b.kind),
    ).map(
      ({ id, name, kind, summary, fails, needs }) =>
        `| [${name}](examples/${id}.bt.js) | ${kind} | ${summary} | ${fails} | ${DATA[needs]} |`,
    );
    expect(reference).toContain(
      ['| Example | Kind | What it does | When it fails | Data |', '|---|---|---|---|---|', ...rows, ''].join(
        '\n',
      ),
    );
  });

  it.each(BUILT_IN)('$id compiles without a diagnostic and keeps its name', ({ name, source }) => {
    const compilation = compile(source);
    expect(compilation.diagnostics).toEqual([]);
    expect(compilation.name).toBe(name);
    const actions = compilation.plan?.actions ?? [];
    const [only] = actions;
    const endsByItself = only?.kind === 'target' || (only?.kind === 'enter' && only.target !== null);
    expect(actions.length >= 2 || endsByItself).toBe(true);
  });

  it.each(BUILT_IN)('$id is in standard layout', ({ source }) => {
    expect(format(source)).toBe(source);
  });
});
