import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../core/settings';
import { compile } from './compile';
import { completions, parser } from './language';

/** Labels proposed at `¦`. */
const labels = (text: string): readonly string[] | null => {
  const position = text.indexOf('¦');
  return completions(text.replace('¦', ''), position)?.options.map(({ label }) => label) ?? null;
};

const TERMS = [
  'limit',
  'trigger',
  'touch',
  'trail',
  'auction',
  'timeInForce',
  'expires',
  'postOnly',
  'group',
  'market',
];

describe('completions', () => {
  it('proposes every setting for a strategy, those with a short name by it', () => {
    const found = labels("strategy('x', { ¦ })") ?? [];
    expect(found.slice(0, 4)).toEqual(['capital', 'fee', 'slippage', 'lot']);
    const long = SETTING_NAMES.filter((name) => !['feePercent', 'slippageBps', 'lotSize'].includes(name));
    expect(found.filter((name) => !['fee', 'slippage', 'lot'].includes(name))).toEqual(long);
  });

  it('proposes only options whose examples are understood', () => {
    const calls = ['buy', 'short', 'sell', 'cover', 'exit', 'order', 'rebalance', 'cancel', 'strategy'];
    for (const call of calls) {
      const first =
        call === 'order' ? "'buy', " : call === 'rebalance' ? '1, ' : call === 'strategy' ? "'x', " : '';
      const text = `${call}(${first}{ `;
      for (const { insert, label } of completions(text, text.length)?.options ?? []) {
        const needs = [
          /^(?:buy|short)$/.test(call) && label !== 'size' ? 'size: units(1), ' : '',
          call === 'order' && label !== 'size' ? 'size: units(1), ' : '',
          label === 'postOnly' ? 'limit: close, ' : '',
        ].join('');
        const head = call === 'strategy' ? '' : "strategy('x', { fee: percent(0) })\n";
        const found = compile(`${head}${text}${needs}${insert} })`).diagnostics;
        expect(
          found
            .filter(({ severity }) => severity === 'error')
            .map(({ message }) => `${call} ${label}: ${message}`),
        ).toEqual([]);
      }
    }
  });

  it('proposes names of the language and earlier constants', () => {
    const found = labels('const quick = sma(close, 20)\nif (cross¦)\nconst later = 3');
    expect(found).toEqual(expect.arrayContaining(['quick', 'crossover', 'sma', 'close', 'buy', 'const']));
    expect(found).not.toContain('later');
  });

  it('proposes what a function of the script takes and what its block declares, and nothing of other blocks', () => {
    const source = [
      'function mid(a, b) {',
      '  const sum = a + b',
      '  return ¦',
      '}',
      'let n = state(0)',
      'if (true) { const inner = 1 }',
    ].join('\n');
    const found = labels(source);
    expect(found).toEqual(expect.arrayContaining(['mid', 'a', 'b', 'sum']));
    expect(found).not.toContain('n');
    expect(labels(`${source.replace('¦', '1')}\n¦`)).toEqual(expect.arrayContaining(['mid', 'n']));
    expect(labels(`${source.replace('¦', '1')}\n¦`)).not.toContain('inner');
  });

  it('replaces the word before the caret', () => {
    expect(completions('plot(sm', 7)?.from).toBe(5);
  });

  it.each([
    ['position.¦', ['size', 'entryPrice', 'bars', 'isLong', 'isShort', 'isFlat']],
    ["data('SPX').¦", ['open', 'high', 'low', 'close', 'volume']],
    ["param('a', 1, { ¦ })", ['min', 'max', 'step', 'choices']],
    ['macd(close).¦', ['macd', 'signal', 'histogram']],
    ['const m = bbands(close, 20)\nplot(m.u¦)', ['upper', 'middle', 'lower']],
    ['buy({ ¦ })', ['size', 'stop', 'target', 'trailing', ...TERMS, 'tag']],
    ['short({ size: units(1), st¦ })', ['size', 'stop', 'target', 'trailing', ...TERMS, 'tag']],
    ['sell({ ¦ })', ['fraction', ...TERMS, 'tag']],
    ["order('buy', { ¦ })", ['size', 'reduceOnly', ...TERMS, 'tag']],
    ['rebalance(0.5, { ¦ })', [...TERMS, 'tag']],
    ['cancel({ ¦ })', ['tag', 'market']],
    ['bbands(close, { ¦ })', ['timePeriod', 'nbDevUp', 'nbDevDown', 'maType', 'convention']],
    ['sma(close, { ¦ })', ['timePeriod']],
    ['cdldoji({ ¦ })', ['bodyDojiRange', 'bodyDojiPeriod', 'bodyDojiFactor']],
  ])('proposes at %s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each(["plot(close, 'a¦b')", '// cl¦', '/* cl¦ */', 'plot(12¦)'])('proposes nothing at %s', (text) => {
    expect(labels(text)).toBeNull();
  });

  it('shows signature, summary and where the caret goes', () => {
    const found = completions('', 0)?.options.find(({ label }) => label === 'rsi');
    expect(found).toMatchObject({
      kind: 'indicator',
      signature: 'rsi(real, timePeriod = 14)',
      insert: 'rsi(¦)',
    });
    expect(found?.summary).toMatch(/\.$/);
  });
});

describe('parser', () => {
  it('marks keywords, numbers, texts, comments, names and calls', () => {
    const style = tagHighlighter([
      { tag: tags.definitionKeyword, class: 'keyword' },
      { tag: tags.controlKeyword, class: 'control' },
      { tag: tags.number, class: 'number' },
      { tag: tags.string, class: 'text' },
      { tag: tags.lineComment, class: 'comment' },
      { tag: tags.function(tags.variableName), class: 'call' },
      { tag: tags.definition(tags.variableName), class: 'definition' },
    ]);
    const source = "const a = sma(close, 20) // x\nif (a > 'y') exit()";
    const found: string[] = [];
    highlightTree(parser.parse(source), style, (from, to, classes) =>
      found.push(`${classes}:${source.slice(from, to)}`),
    );
    expect(found).toEqual([
      'keyword:const',
      'definition:a',
      'call:sma',
      'number:20',
      'comment:// x',
      'control:if',
      "text:'y'",
      'call:exit',
    ]);
  });
});
