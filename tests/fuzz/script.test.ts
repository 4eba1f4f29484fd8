import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/script/compile';
import { completions } from '../../src/script/language';
import { explain } from '../../src/script/explain';
import { format } from '../../src/script/format';
import { SCRIPT_LIMITS } from '../../src/script/limits';
import { DIAGNOSTICS } from '../../src/script/messages';
import { twoAveragePlan } from '../../src/script/two-average';
import { BUILT_IN } from '../../src/strategies/built-in';

/** Pieces that programs are made of, and pieces that break them. */
const PIECES = [
  'strategy',
  'param',
  'const',
  'let',
  'if',
  'else',
  'buy',
  'short',
  'exit',
  'plot',
  'sma',
  'ema',
  'rsi',
  'macd',
  'bbands',
  'atr',
  'crossover',
  'min',
  'abs',
  'percent',
  'units',
  'percentOfEquity',
  'sell',
  'cover',
  'order',
  'rebalance',
  'cancel',
  'cash',
  'riskPercent',
  'volatilityTarget',
  'kelly',
  'equalWeight',
  'amount',
  'averageRanges',
  'limit',
  'trigger',
  'touch',
  'trail',
  'trailing',
  'auction',
  'timeInForce',
  'expires',
  'postOnly',
  'group',
  'fraction',
  'tag',
  'leverage',
  'intrabar',
  'close',
  'volume',
  'position',
  'equity',
  'a',
  'b',
  'size',
  'stop',
  'min',
  'max',
  'for',
  'and',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  ';',
  '.',
  '?',
  '=',
  '==',
  '!=',
  '<',
  '>=',
  '&&',
  '||',
  '!',
  '+',
  '-',
  '*',
  '/',
  '%',
  '=>',
  '++',
  '0',
  '1',
  '20',
  '1e999',
  '.5',
  '1_000',
  '-1',
  "'x'",
  '"y"',
  "'",
  '"',
  '//',
  '/*',
  '*/',
  '\\',
  '\n',
  '\n',
  ' ',
  '\t',
  '\r\n',
  '\u0000',
  'é',
  '\u202e',
  '\ud800',
  '😀',
  '@',
  '#',
  '`',
  '$',
  "strategy('T', { fee: percent(0.1) })\n",
  'const a = sma(close, 5)\n',
  "param('p', 3, { min: 2, max: 9 })",
  'if (close > a) buy({ size: units(1) })\n',
  'exit()\n',
  'plot(a)\n',
] as const;

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '));
const tightSoup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const garbage = fc.string({ unit: 'binary', maxLength: 200 });

/** A working script with some places cut, doubled, replaced or overwritten. */
const mutated = fc
  .tuple(
    fc.constantFrom(...BUILT_IN.map(({ source }) => source)),
    fc.array(fc.tuple(fc.nat(1_400), fc.nat(12), fc.oneof(fc.constantFrom(...PIECES), fc.constant(''))), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([source, edits]) =>
    edits.reduce(
      (text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length),
      source,
    ),
  );

function checkCompilation(source: string): void {
  const { plan, diagnostics } = compile(source);
  for (const { code, from, to, line, fix, message, remedy } of diagnostics) {
    if (!(from >= 0 && from <= to && to <= source.length)) throw new Error(`${code}: range ${from} to ${to}`);
    if (line !== source.slice(0, from).split('\n').length) throw new Error(`${code}: line ${line}`);
    if (fix && !(fix.from >= 0 && fix.from <= fix.to && fix.to <= source.length))
      throw new Error(`${code}: fix out of the text`);
    if (!Object.hasOwn(DIAGNOSTICS, code) || message === '' || remedy === '')
      throw new Error(`${code}: without words`);
  }
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  if (hasErrors !== (plan === null)) throw new Error('a plan and errors, or neither');
  if (diagnostics.length > SCRIPT_LIMITS.diagnostics) throw new Error('too many diagnostics');
  if (plan) {
    explain(plan);
    twoAveragePlan(plan);
  }
}

function checkLayout(source: string): void {
  const once = format(source);
  if (format(once) !== once) throw new Error('a formatted text changes when formatted again');
  const [before, after] = [compile(source).plan, compile(once).plan];
  if (before && before.hash !== after?.hash) throw new Error('formatting changes the plan');
}

describe('the script language', () => {
  it.each([
    ['mutated scripts', mutated, 9_000],
    ['pieces with spaces', soup, 6_000],
    ['pieces without spaces', tightSoup, 5_000],
    ['any characters', garbage, 2_000],
  ] as const)(
    'stays total: %s',
    (_, programs, numRuns) => {
      expect(() => fc.assert(fc.property(programs, checkCompilation), { seed: 1, numRuns })).not.toThrow();
    },
    120_000,
  );

  it('formats without changing the meaning', () => {
    const programs = fc.oneof(mutated, soup);
    expect(() => fc.assert(fc.property(programs, checkLayout), { seed: 2, numRuns: 2_000 })).not.toThrow();
  }, 120_000);

  it('proposes completions anywhere', () => {
    const anywhere = fc.tuple(fc.oneof(mutated, tightSoup), fc.nat(1_400));
    const check = ([source, at]: [string, number]): void => {
      const position = Math.min(at, source.length);
      const from = completions(source, position)?.from ?? 0;
      if (from > position) throw new Error(`from ${from} after ${position}`);
    };
    expect(() => fc.assert(fc.property(anywhere, check), { seed: 3, numRuns: 2_000 })).not.toThrow();
  }, 120_000);
});
