import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../strategies/built-in';
import { childrenOf } from './canonical';
import { DEFAULT_SETTINGS } from '../core/run';
import { compile } from './compile';
import type { Plan } from './plan';

const GOLDEN = BUILT_IN[0]!.source;

const script = (body: string): string => `strategy('Test', { fee: percent(0.1) })\n${body}`;

const planOf = (source: string): Plan => {
  const { plan, diagnostics } = compile(source);
  expect(diagnostics).toEqual([]);
  return plan!;
};

/** What is told of a text: line, code and the text that is marked. */
const told = (source: string): string[] =>
  compile(source).diagnostics.map(({ line, code, from, to }) => `${line} ${code} ${source.slice(from, to)}`);

describe('compile', () => {
  it('reads settings, parameters and orders of the example', () => {
    const plan = planOf(GOLDEN);
    expect(plan.settings).toEqual({
      ...DEFAULT_SETTINGS,
      capital: 100_000,
      feePercent: 0.1,
      slippageBps: 1,
    });
    expect(
      plan.params.map(({ name, default: value, min, max, step }) => [name, value, min, max, step]),
    ).toEqual([
      ['fast', 20, 5, 60, 5],
      ['slow', 100, 40, 250, 10],
    ]);
    expect(plan.params.map(({ from, to }) => GOLDEN.slice(from, to))).toEqual(['20', '100']);
    expect(plan.actions.map(({ kind, reason, line }) => [kind, reason, line])).toEqual([
      ['enter', 'crossover(quick, steady)', 9],
      ['exit', 'crossunder(quick, steady)', 10],
    ]);
    expect(plan.plots.map(({ name, pane, params }) => [name, pane, params])).toEqual([
      ['quick', 'price', ['fast']],
      ['steady', 'price', ['slow']],
    ]);
  });

  it('numbers nodes so that each refers to earlier ones, with the rate that follows from them', () => {
    const { nodes, rates } = planOf(GOLDEN);
    const leastOf = {
      constant: 'scalar',
      param: 'scalar',
      price: 'column',
      indicator: 'column',
      cross: 'column',
    };
    nodes.forEach((node, id) => {
      expect(childrenOf(node).every((child) => child < id)).toBe(true);
      expect(rates[id]).toBe(leastOf[node.op as 'param'] ?? 'column');
    });
    expect(nodes).toHaveLength(rates.length);
  });

  it('takes min and max of the catalogue where options say so', () => {
    const names = (body: string): string[] =>
      planOf(script(`if (close > ${body}) exit()`)).nodes.flatMap((node) =>
        node.op === 'indicator' ? [node.name] : [],
      );
    expect(names('max(close, { timePeriod: 20 })')).toEqual(['max']);
    expect(names('min(low, { timePeriod: 20 })')).toEqual(['min']);
    expect(names('max(close, 20) + min(open, close)')).toEqual([]);
  });

  it('takes a moving average by name or number', () => {
    const paramsOf = (body: string) =>
      planOf(script(`if (close > ${body}) exit()`)).nodes.filter(({ op }) => op === 'constant');
    expect(paramsOf("ma(close, 20, 'ema')")).toEqual(paramsOf('ma(close, 20, 1)'));
    expect(paramsOf("ma(close, 20, { maType: 'T3' })")).toEqual(paramsOf('ma(close, 20, 8)'));
    expect(told(script('if (close > ma(close, 20, 1.5)) exit()'))).toEqual(['2 value_fractional 1.5']);
    expect(told(script("if (close > ma(close, 20, 'hma')) exit()"))).toEqual(["2 kind_wrong 'hma'"]);
  });

  it('makes one node of equal values, and none of a constant expression', () => {
    const { nodes } = planOf(
      script('if (close * (1 + 1) > sma(close, 20)) exit()\nplot(sma(close, 10 + 10))\nplot(close * 2)'),
    );
    expect(nodes.filter(({ op }) => op === 'indicator')).toHaveLength(1);
    expect(nodes.filter((node) => node.op === 'binary' && node.operator === 'mul')).toHaveLength(1);
    expect(nodes.filter((node) => node.op === 'binary' && node.operator === 'add')).toHaveLength(0);
  });

  it('understands costs in either unit', () => {
    const { settings } = planOf(
      "strategy('C', { fee: bps(10), slippage: percent(0.05), lot: 0.001 })\nexit()",
    );
    expect(settings).toMatchObject({ feePercent: 0.1, slippageBps: 5, lotSize: 0.001 });
  });

  it('joins the conditions of nested ifs', () => {
    const { actions } = planOf(
      script('if (close > open) { if (volume > 0) exit() else buy({ size: units(1) }) }'),
    );
    expect(actions.map(({ reason }) => reason)).toEqual([
      'close > open && volume > 0',
      'close > open && !(volume > 0)',
    ]);
  });

  it('takes indicator parameters by position, by name or by default', () => {
    const same = ['bbands(close, 20, 2, 2)', 'bbands(close, 20)', 'bbands(close, { timePeriod: 20 })'];
    const hashes = same.map((call) => planOf(script(`if (close > ${call}.upper) exit()`)).hash);
    expect(new Set(hashes).size).toBe(1);
  });

  it('finds an output by the beginning of its name', () => {
    const [short, long] = ['hist', 'histogram'].map(
      (name) => planOf(script(`if (macd(close).${name} > 0) exit()`)).hash,
    );
    expect(short).toBe(long);
  });

  it('draws on the prices what stands on their scale', () => {
    const body = [
      'close - 2 * atr(14)',
      'atr(14)',
      'rsi(close, 14)',
      'sma(rsi(close, 14), 3)',
      'sma(close, 9) - close',
      'volume',
      'close > 5',
    ];
    const { plots } = planOf(script(`exit()\n${body.map((value) => `plot(${value})`).join('\n')}`));
    expect(plots.map(({ pane }) => pane)).toEqual(['price', 'own', 'own', 'own', 'own', 'own', 'own']);
  });

  it('opens a short position by the same contract', () => {
    const { actions } = planOf(script('short({ size: units(2), stop: close * 1.1 })'));
    expect(actions).toMatchObject([{ kind: 'enter', side: 'sell', reason: 'every bar' }]);
  });
});

describe('the hash of a plan', () => {
  it('does not depend on layout, comments, declaration order, names or the title', () => {
    const one =
      "strategy('A', { fee: percent(0.1) })\nconst a = sma(close, 5)\nconst b = ema(close, 9)\nif (crossover(a, b)) exit()";
    const two = `// why\nstrategy("B",{fee:percent(.1),});const y=ema(close,9)\nconst x = sma(close, /* days */ 5);
      if ((crossover(x, y))) { exit(); }`;
    expect(planOf(two).text).toBe(planOf(one).text);
    expect(planOf(two).hash).toBe(planOf(one).hash);
  });

  it.each([
    ['the fee', '0.1)', '0.2)'],
    ['a default', "'fast', 20", "'fast', 25"],
    ['a range', 'max: 60', 'max: 70'],
    ['the size', '(95)', '(90)'],
    ['a condition', 'crossunder(quick', 'crossover(quick'],
    ['a plot', 'plot(steady)', 'plot(close)'],
  ])('changes with %s', (_, from, to) => {
    expect(planOf(GOLDEN.replace(from, to)).hash).not.toBe(planOf(GOLDEN).hash);
  });

  it('is SHA-256 of the canonical text', async () => {
    const { text, hash } = planOf(GOLDEN);
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    expect(hash).toBe(
      Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    );
  });
});

describe('several mistakes in one pass', () => {
  it('tells each on its line and nothing that follows from another', () => {
    const source = script(
      'const a = sma(close, 20\nconst b = atrr(14)\nif (a > b) buy({ size: 10 })\nplot(a)\nexit(',
    );
    expect(told(source)).toEqual([
      '2 closing_missing ',
      '3 function_unknown atrr',
      '4 size_unit_missing 10',
      '6 value_missing (',
    ]);
  });

  it('gives parameters and the name also beside errors', () => {
    const { plan, params, name } = compile(
      script("const n = param('n', 5, { min: 2, max: 9 })\nplot(sma(close, n) +)"),
    );
    expect(plan).toBeNull();
    expect(name).toBe('Test');
    expect(params.map((param) => param.name)).toEqual(['n']);
  });

  it('speaks as the app does: what is wrong, then what mends it', () => {
    const [diagnostic] = compile(script('plot(atrr(14))\nexit()')).diagnostics;
    expect(diagnostic).toMatchObject({
      line: 2,
      severity: 'error',
      message: 'there is no indicator called atrr.',
      remedy: 'The nearest name is atr.',
      fix: { label: 'Use atr', insert: 'atr' },
    });
  });

  it.each([
    'plot(sma(close, 20)\nexit()',
    "plot(close, 'Price)\nexit()",
    'plot(rsi(14))\nexit()',
    'plot(atrr(14))\nexit()',
    'plot(macd(close))\nexit()',
    'buy({ size: 10 })',
    'buy()',
    'buy({ tag: "x" })',
    'buy({ size units(1) })',
    'buy({ size: units(1) stop: close * 0.9 })',
    'sell({ trail: 5 })',
    'long({ size: units(1) })',
    "exit({ timeInForce: 'dya' })",
    'buy({ size: units(1), limti: low })',
    'var a = close\nplot(a)\nexit()',
    'a = close\nplot(a)\nexit()',
    'if (close > open and volume > 0) exit()',
    'plot(close))\nexit()',
    "plot(sma(close, param('n', 20)))\nexit()",
    'plot(ta.sma(close, 3))\nexit()',
    'plot(clse)\nexit()',
    'plot(bbands(close).uper)\nexit()',
    'plot(close(1))\nexit()',
    'if (position > 0) exit()',
  ])('the quick fix mends %j', (body) => {
    const source = script(body);
    const { diagnostics } = compile(source);
    const fix = diagnostics[0]?.fix;
    expect(diagnostics).toHaveLength(1);
    expect(fix).not.toBeNull();
    const mended = source.slice(0, fix!.from) + fix!.insert + source.slice(fix!.to);
    expect(told(mended)).toEqual([]);
  });
});

describe('limits', () => {
  it('allows a text of exactly 16,384 characters', () => {
    const source = script('exit() //').padEnd(16_384, 'x');
    expect(told(source)).toEqual([]);
    expect(told(`${source}x`)[0]).toContain('script_too_long');
  });

  it.each([
    '(',
    '[',
    '{',
    '!',
    '-',
    'if (a) ',
    'a ? ',
    'a + ',
    'sma(',
    '{ a: ',
    "'",
    '/*',
    'x[1]',
    'x.y',
    '((close) => ',
  ])('ends on 16,000 characters of %j', (part) => {
    const source = part.repeat(Math.floor(16_000 / part.length));
    expect(compile(source).plan).toBeNull();
  });

  it('reports at most a hundred mistakes', () => {
    expect(compile('plot(x)\n'.repeat(500)).diagnostics).toHaveLength(100);
  });

  it('never lets doubts displace an error', () => {
    const { plan, diagnostics } = compile(script(`${'close\n'.repeat(500)}plot(x)`));
    expect(plan).toBeNull();
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics.at(-1)?.code).toBe('name_unknown');
  });
});
